//! Roles in responses.

use vox_core::prelude::*;

/// A role: a set of methods that a service account or a subuser may call.
///
/// Source: the structure `RoleView`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RoleView {
    /// The role's name.
    pub role_name: Option<String>,
    /// The role's id.
    pub role_id: Option<u64>,
    /// Whether the role is inherited from another role.
    pub inherited: Option<bool>,
    /// The ids of the roles below this one.
    pub child_ids: Vec<u64>,
    /// The ids of the roles above this one.
    pub parent_role_id: Vec<u64>,
    /// Whether the role concerns the control panel only, not the API.
    pub gui_only: Option<bool>,
}
