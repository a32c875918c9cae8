//! `RemoveKeyRoles`: takes roles from the key of a service account.
//!
//! Roles: any. Source: the method `RemoveKeyRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::Roles;

/// Takes roles from the key of a service account.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::{RemoveKeyRoles, Roles};
///
/// let request = RemoveKeyRoles { key_id: "ab81c50e".into(), role: Roles::Name(vec!["Payer".into()]) };
/// assert_eq!(request.to_form().as_bytes(), b"key_id=ab81c50e&role_name=Payer");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "RemoveKeyRoles", response = (), kind = write, ack = truthy)]
pub struct RemoveKeyRoles {
    /// The key's id.
    pub key_id: String,
    /// The roles that the key loses.
    #[param(one_of)]
    pub role: Roles,
}
