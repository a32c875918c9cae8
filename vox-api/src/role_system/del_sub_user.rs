//! `DelSubUser`: deletes a subuser.
//!
//! Roles: Owner. Source: the method `DelSubUser` of the API's section RoleSystem.

use vox_core::prelude::*;

/// Deletes a subuser.
///
/// No source states what happens to the subuser's keys.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::DelSubUser;
///
/// let request = DelSubUser { subuser_id: 12 };
/// assert_eq!(request.to_form().as_bytes(), b"subuser_id=12");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelSubUser", roles = [Owner], response = (), kind = write, ack = truthy)]
pub struct DelSubUser {
    /// The subuser's id.
    pub subuser_id: u64,
}
