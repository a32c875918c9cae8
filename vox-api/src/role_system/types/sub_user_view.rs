//! Subusers in responses.

use vox_core::prelude::*;

use super::RoleView;

/// A subuser: a login of the account, with its own password and roles.
///
/// Source: the structure `SubUserView`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubUserView {
    /// The subuser's id.
    pub subuser_id: Option<u64>,
    /// The subuser's name. As the parameter `subuser_login` it authenticates requests, together with the password; the
    /// credentials of vox do not send it.
    pub subuser_name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The subuser's roles, if the request has `with_roles`.
    pub roles: Vec<RoleView>,
}
