//! `GetSubUserRoles`: lists the roles of a subuser.
//!
//! Roles: Owner. Source: the method `GetSubUserRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::RoleView;

/// Lists the roles of a subuser.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::GetSubUserRoles;
///
/// let request = GetSubUserRoles { subuser_id: 12, with_expanded_roles: Some(true) };
/// assert_eq!(request.to_form().as_bytes(), b"subuser_id=12&with_expanded_roles=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSubUserRoles", roles = [Owner], response = GetSubUserRolesResponse, kind = read)]
pub struct GetSubUserRoles {
    /// The subuser's id.
    pub subuser_id: u64,
    /// Whether more fields of each role are returned. No source lists them.
    pub with_expanded_roles: Option<bool>,
}

/// The response of [`GetSubUserRoles`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSubUserRolesResponse {
    /// The roles of the subuser.
    pub result: Vec<RoleView>,
}
