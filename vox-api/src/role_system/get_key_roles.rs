//! `GetKeyRoles`: lists the roles of the key of a service account.
//!
//! Roles: any. Source: the method `GetKeyRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::RoleView;

/// Lists the roles of the key of a service account.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::GetKeyRoles;
///
/// let request = GetKeyRoles { key_id: "ab81c50e".into(), with_expanded_roles: Some(true) };
/// assert_eq!(request.to_form().as_bytes(), b"key_id=ab81c50e&with_expanded_roles=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetKeyRoles", response = GetKeyRolesResponse, kind = read)]
pub struct GetKeyRoles {
    /// The key's id.
    pub key_id: String,
    /// Whether more fields of each role are returned. No source lists them.
    pub with_expanded_roles: Option<bool>,
}

/// The response of [`GetKeyRoles`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetKeyRolesResponse {
    /// The roles of the key.
    pub result: Vec<RoleView>,
}
