//! The selection of agents.

use vox_core::prelude::*;

/// Which of the free agents gets a task.
///
/// Source: `call_agent_selection` and `im_agent_selection` of `SQ_AddQueue` and `SQ_SetQueueInfo`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqAgentSelection {
    /// The agent with the highest levels of the skills that the task needs.
    MostQualified,
    /// The agent with the lowest levels of the skills that the task needs, so that better ones stay free.
    LeastQualified,
    /// The agent who has been free for the longest time.
    MaxWaitingTime,
    /// A selection that this list does not have.
    Other(String),
}
