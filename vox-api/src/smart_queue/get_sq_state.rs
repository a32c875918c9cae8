//! The method `GetSQState`.

use vox_core::prelude::*;

use super::types::{SmartQueueStateAgentStatus, SqQueuesOrAll};
use crate::types::Application;

/// Returns the current agents and tasks of smart queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSQState", response = GetSqStateResponse, kind = read)]
pub struct GetSqState {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: SqQueuesOrAll,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// The response of [`GetSqState`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqStateResponse {
    /// The result.
    pub result: Vec<SmartQueueState>,
}

/// The state of a smart queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueState {
    /// The id of the smart queue queue.
    pub sq_queue_id: Option<u64>,
    /// The name of the smart queue queue.
    pub sq_queue_name: Option<String>,
    /// The agents.
    pub sq_agents: Vec<SmartQueueStateAgent>,
    /// The tasks and their new priorities.
    pub tasks: Vec<SmartQueueStateTask>,
}

/// An agent.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateAgent {
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The name of the user.
    pub user_name: Option<String>,
    /// The name that is displayed.
    pub user_display_name: Option<String>,
    /// The skills with their levels.
    pub sq_skills: Vec<SmartQueueAgentSkill>,
    /// The statuses.
    pub sq_statuses: Vec<SmartQueueStateAgentStatus>,
}

/// A skill of an agent.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueAgentSkill {
    /// The id of the smart queue skill.
    pub sq_skill_id: Option<u64>,
    /// The name of the smart queue skill.
    pub sq_skill_name: Option<String>,
    /// The level of the skill, from 1 to 5.
    pub sq_skill_level: Option<u64>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateTask {
    /// The kind of task.
    pub task_type: Option<SqTaskType>,
    /// The status.
    pub status: Option<SqTaskStatus>,
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The skills with their levels.
    pub sq_skills: Vec<SmartQueueTaskSkill>,
    /// The waiting time, in milliseconds.
    pub waiting_time: Option<u64>,
    /// The time of processing, in milliseconds.
    pub processing_time: Option<u64>,
    /// A text of the owner.
    pub custom_data: Option<Value>,
}

/// The kind of a task.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqTaskType {
    /// `CALL`.
    Call,
    /// `IM`.
    Im,
    /// A value that this version does not know.
    Other(String),
}

/// The status of a task.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqTaskStatus {
    /// `IN_QUEUE`.
    InQueue,
    /// `DISTRIBUTED`.
    Distributed,
    /// `IN_PROCESSING`.
    InProcessing,
    /// A value that this version does not know.
    Other(String),
}

/// A skill that a task needs.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueTaskSkill {
    /// The name of the smart queue skill.
    pub sq_skill_name: Option<String>,
    /// The level of the skill, from 1 to 5.
    pub sq_skill_level: Option<u64>,
}
