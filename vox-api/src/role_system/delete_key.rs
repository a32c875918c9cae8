//! `DeleteKey`: deletes the key of a service account.
//!
//! Roles: any. Source: the method `DeleteKey` of the API's section RoleSystem.

use vox_core::prelude::*;

/// Deletes the key of a service account, which can then no longer call the API.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::DeleteKey;
///
/// let request = DeleteKey { key_id: "ab81c50e".into() };
/// assert_eq!(request.to_form().as_bytes(), b"key_id=ab81c50e");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DeleteKey", response = (), kind = write, ack = truthy)]
pub struct DeleteKey {
    /// The key's id.
    pub key_id: String,
}
