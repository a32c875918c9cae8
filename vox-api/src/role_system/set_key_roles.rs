//! `SetKeyRoles`: gives roles to the key of a service account.
//!
//! Roles: any. Source: the method `SetKeyRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::Roles;

/// Gives roles to the key of a service account.
///
/// No source states whether the key keeps the roles that it has; [`GetKeyRoles`](super::GetKeyRoles) reads the result.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::{Roles, SetKeyRoles};
///
/// let request = SetKeyRoles { key_id: "ab81c50e".into(), role: Roles::Id(vec![1, 2]) };
/// assert_eq!(request.to_form().as_bytes(), b"key_id=ab81c50e&role_id=1%3B2");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetKeyRoles", response = (), kind = write, ack = truthy)]
pub struct SetKeyRoles {
    /// The key's id.
    pub key_id: String,
    /// The roles that the key gets.
    #[param(one_of)]
    pub role: Roles,
}
