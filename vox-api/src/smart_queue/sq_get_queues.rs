//! The method `SQ_GetQueues`.

use vox_core::prelude::*;

use super::types::Users;
use crate::types::Application;

/// Lists smart queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_GetQueues", response = SqGetQueuesResponse, kind = read)]
pub struct SqGetQueues {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: Option<SqQueues>,
    /// A part of the names of the queues.
    pub sq_queue_name_template: Option<String>,
    /// Users.
    #[param(one_of)]
    pub user: Option<Users>,
    /// Agents whose smart queues are left out.
    #[param(one_of)]
    pub excluded_user: Option<ExcludedUsers>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// Whether the response contains the number of agents.
    pub with_agentcount: Option<bool>,
}

/// The response of [`SqGetQueues`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqGetQueuesResponse {
    /// The result.
    pub result: Vec<GetSqQueuesResult>,
}

/// Smart queues.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum SqQueues {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// Agents whose smart queues are left out.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "excluded_user")]
pub enum ExcludedUsers {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// A smart queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqQueuesResult {
    /// The id of the smart queue queue.
    pub sq_queue_id: Option<u64>,
    /// The name of the smart queue queue.
    pub sq_queue_name: Option<String>,
    /// Whether chats wait if no agent is active.
    pub hold_im_if_inactive_agents: Option<bool>,
    /// Which agent gets a task.
    pub agent_selection: Option<String>,
    /// Which task is distributed first.
    pub task_selection: Option<String>,
    /// Whether phone calls wait if no agent is active.
    pub hold_calls_if_inactive_agents: Option<bool>,
    /// The description.
    pub description: Option<String>,
    /// When it was created.
    pub created: Option<Timestamp>,
    /// When it was changed.
    pub modified: Option<Timestamp>,
    /// How long phone calls wait.
    pub call_max_waiting_time: Option<u64>,
    /// How long phone calls wait, in seconds.
    pub call_max_waiting_time_in_seconds: Option<u64>,
    /// How long chats wait.
    pub im_max_waiting_time: Option<u64>,
    /// How long chats wait, in seconds.
    pub im_max_waiting_time_in_seconds: Option<u64>,
    /// The most waiting phone calls.
    pub call_max_queue_size: Option<u64>,
    /// The most waiting chats.
    pub im_max_queue_size: Option<u64>,
    /// The number of agents.
    pub agentcount: Option<u64>,
    /// Which agent is chosen if the selection finds none.
    pub fallback_agent_selection: Option<String>,
}
