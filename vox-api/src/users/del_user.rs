//! The method `DelUser`.

use vox_core::prelude::*;

use crate::types::UsersInApplication;

/// Deletes users.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelUser", roles = [Owner, Admin, UserManager], response = (), kind = write)]
pub struct DelUser {
    /// Users.
    #[param(one_of)]
    pub user: UsersInApplication,
}
