//! `RemoveSubUserRoles`: takes roles from a subuser.
//!
//! Roles: Owner. Source: the method `RemoveSubUserRoles` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::Roles;

/// Takes roles from a subuser.
///
/// If a key of the subuser has one of the roles, the API rejects the request (error
/// [439](vox_core::ErrorCode::SUB_USER_HAS_KEYS_WITH_ROLES_TO_REMOVE)), unless `force` is true.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::{RemoveSubUserRoles, Roles};
///
/// let request =
///     RemoveSubUserRoles { subuser_id: 12, role: Roles::Name(vec!["Payer".into()]), force: Some(true) };
/// assert_eq!(request.to_form().as_bytes(), b"subuser_id=12&role_name=Payer&force=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "RemoveSubUserRoles", roles = [Owner], response = (), kind = write, ack = truthy)]
pub struct RemoveSubUserRoles {
    /// The subuser's id.
    pub subuser_id: u64,
    /// The roles that the subuser loses.
    #[param(one_of)]
    pub role: Roles,
    /// Whether the subuser's keys lose the roles, too.
    pub force: Option<bool>,
}
