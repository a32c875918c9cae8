//! The method `SQ_SetAgentInfo`.

use vox_core::prelude::*;

use crate::types::Application;
use crate::types::UsersOrAll;

/// Changes settings of agents.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetAgentInfo", response = (), kind = write)]
pub struct SqSetAgentInfo {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Users.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// Whether they handle phone calls.
    #[param(any_of = "setting")]
    pub handle_calls: Option<bool>,
    /// The most chats at a time.
    #[param(any_of = "setting")]
    pub max_simultaneous_conversations: Option<u64>,
}
