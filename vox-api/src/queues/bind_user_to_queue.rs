//! The method `BindUserToQueue`.

use vox_core::prelude::*;

use crate::types::{AcdQueuesOrAll, Application, UsersOrAll};

/// Binds users to queues, or unbinds them.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindUserToQueue",
    roles = [Owner, Admin, Developer, UserManager],
    response = (),
    kind = write,
)]
pub struct BindUserToQueue {
    /// Whether the users are bound instead of unbound.
    #[param(default = true)]
    pub bind: Option<bool>,
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Users.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// Queues.
    #[param(one_of)]
    pub acd_queue: AcdQueuesOrAll,
}
