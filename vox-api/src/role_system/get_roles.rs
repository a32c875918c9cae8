//! `GetRoles`: lists the roles of the API.
//!
//! Roles: any. Source: the method `GetRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::RoleView;

/// Lists the roles that keys and subusers can have.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::GetRoles;
///
/// let request = GetRoles { group_name: Some("Billing".into()) };
/// assert_eq!(request.to_form().as_bytes(), b"group_name=Billing");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetRoles", response = GetRolesResponse, kind = read)]
pub struct GetRoles {
    /// The name of a group, from [`GetRoleGroups`](super::GetRoleGroups), to list only its roles.
    pub group_name: Option<String>,
}

/// The response of [`GetRoles`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRolesResponse {
    /// The roles.
    pub result: Vec<RoleView>,
}
