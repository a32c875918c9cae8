//! The method `SQ_AddQueue`.

use vox_core::prelude::*;

use super::types::{CallMaxWaitingTime, ImMaxWaitingTime, SqAgentSelection, SqTaskSelection};
use crate::types::Application;

/// Adds a smart queue.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_AddQueue", response = SqAddQueueResponse, kind = write, ack = none)]
pub struct SqAddQueue {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// The name of the smart queue queue.
    #[param(max_len = 100)]
    pub sq_queue_name: String,
    /// Which agent gets a phone call.
    pub call_agent_selection: SqAgentSelection,
    /// Which phone call is distributed first.
    pub call_task_selection: SqTaskSelection,
    /// Whether chats wait if no agent is active.
    pub hold_im_if_inactive_agents: Option<bool>,
    /// Which agent gets a chat.
    #[param(default_text = "the value of call_agent_selection")]
    pub im_agent_selection: Option<SqAgentSelection>,
    /// Which chat is distributed first.
    #[param(default_text = "the value of call_task_selection")]
    pub im_task_selection: Option<SqTaskSelection>,
    /// Whether phone calls wait if no agent is active.
    pub hold_calls_if_inactive_agents: Option<bool>,
    /// The description.
    #[param(max_len = 200)]
    pub description: Option<String>,
    /// How long phone calls wait.
    #[param(one_of)]
    pub call_max_waiting_time: Option<CallMaxWaitingTime>,
    /// How long chats wait.
    #[param(one_of)]
    pub im_max_waiting_time: Option<ImMaxWaitingTime>,
    /// The most waiting phone calls.
    pub call_max_queue_size: Option<u64>,
    /// The most waiting chats.
    pub im_max_queue_size: Option<u64>,
    /// The priority.
    #[param(min = 1, max = 100)]
    pub priority: Option<u64>,
    /// Which agent is chosen if the selection finds none.
    pub fallback_agent_selection: Option<String>,
}

/// The response of [`SqAddQueue`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqAddQueueResponse {
    /// The result.
    pub result: Option<SqAddQueueResult>,
}

/// The new smart queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqAddQueueResult {
    /// The id of the smart queue queue.
    pub sq_queue_id: u64,
}
