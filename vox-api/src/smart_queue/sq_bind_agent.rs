//! The method `SQ_BindAgent`.

use vox_core::prelude::*;

use crate::types::Application;
use crate::types::UsersOrAll;

/// Assigns agents to smart queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_BindAgent", response = (), kind = write)]
pub struct SqBindAgent {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: BoundSqQueues,
    /// Users.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// What happens to earlier assignments.
    #[param(default = "add_queues")]
    pub bind_mode: Option<SqAgentBindingMode>,
}

/// Smart queues.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum BoundSqQueues {
    /// By ids.
    Id(IdList),
    /// By names.
    Name(TextList),
}

/// What happens to earlier assignments of agents.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqAgentBindingMode {
    /// `add_queues`.
    AddQueues,
    /// `replace_agents`.
    ReplaceAgents,
    /// `add`.
    Add,
    /// `replace`.
    Replace,
    /// A value that this version does not know.
    Other(String),
}
