//! `SetSubUserRoles`: gives roles to a subuser.
//!
//! Roles: Owner. Source: the method `SetSubUserRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::Roles;

/// Gives roles to a subuser, in addition to those that it has.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::{Roles, SetSubUserRoles};
///
/// let request = SetSubUserRoles { subuser_id: 12, role: Roles::Id(vec![1, 2, 3]) };
/// assert_eq!(request.to_form().as_bytes(), b"subuser_id=12&role_id=1%3B2%3B3");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetSubUserRoles", roles = [Owner], response = (), kind = write, ack = truthy)]
pub struct SetSubUserRoles {
    /// The subuser's id.
    pub subuser_id: u64,
    /// The roles that the subuser gets.
    #[param(one_of)]
    pub role: Roles,
}
