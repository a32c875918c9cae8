//! Statuses of agents.

use vox_core::prelude::*;

/// The name of a status of an agent.
///
/// The vendor does not describe the statuses; the descriptions here are derived from the names. Agents also have statuses that
/// this list does not have: metrics name `BANNED`, `DIALING` and custom statuses.
///
/// Source: `sq_statuses` of `SQ_GetAgents`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqStatusName {
    /// The agent is not connected.
    Offline,
    /// The agent is connected, but takes no tasks.
    Online,
    /// The agent waits for a task.
    Ready,
    /// The agent works on a task.
    InService,
    /// The agent completes the work on a task that has ended.
    AfterService,
    /// The agent does not want to be disturbed.
    Dnd,
    /// A status that this list does not have.
    Other(String),
}

/// The statuses of an agent for both types of tasks.
///
/// Source: the structure `SmartQueueState_Agent_Status`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateAgentStatus {
    /// The status for chats.
    #[field(name = "IM")]
    pub im: Option<SmartQueueStateAgentStatusType>,
    /// The status for phone calls.
    #[field(name = "CALL")]
    pub call: Option<SmartQueueStateAgentStatusType>,
}

/// The status of an agent for one type of task.
///
/// Source: the structure `SmartQueueState_Agent_Status_Type`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateAgentStatusType {
    /// The status.
    pub sq_status_name: Option<SqStatusName>,
    /// When the status began: in the time zone `timezone`, if the method has that parameter. No source states the time zone of
    /// the other methods.
    pub from_date: Option<DateTime>,
}
