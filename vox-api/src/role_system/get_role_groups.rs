//! `GetRoleGroups`: lists the groups of roles.
//!
//! Roles: any. Source: the method `GetRoleGroups` of the API's section RoleSystem.

use vox_core::prelude::*;

/// Lists the groups of roles.
///
/// [`GetRoles`](super::GetRoles) lists the roles of a group by its name.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetRoleGroups", response = GetRoleGroupsResponse, kind = read)]
pub struct GetRoleGroups {}

/// The response of [`GetRoleGroups`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRoleGroupsResponse {
    /// The groups.
    pub result: Vec<RoleGroupView>,
}

/// A group of roles.
///
/// Source: the structure `RoleGroupView`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RoleGroupView {
    /// The group's id.
    pub id: Option<u64>,
    /// The group's name.
    pub name: Option<String>,
}
