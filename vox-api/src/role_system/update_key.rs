//! `UpdateKey`: changes the description and the name of the key of a service account.
//!
//! Roles: any. Source: the method `UpdateKey` of the API's section RoleSystem.

use vox_core::prelude::*;

/// Changes the description and the name of the key of a service account.
///
/// The description is required even if only the name changes.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::UpdateKey;
///
/// let request = UpdateKey::builder().key_id("ab81c50e").description("Reads invoices").key_name("billing").build();
/// assert_eq!(request.to_form().as_bytes(), b"key_id=ab81c50e&description=Reads+invoices&key_name=billing");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "UpdateKey", response = (), kind = write, ack = truthy)]
pub struct UpdateKey {
    /// The key's id.
    pub key_id: String,
    /// The new description.
    pub description: String,
    /// The new name, of 1 to 50 characters.
    #[param(min_len = 1, max_len = 50)]
    pub key_name: Option<String>,
}
