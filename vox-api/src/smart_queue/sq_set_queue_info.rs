//! The method `SQ_SetQueueInfo`.

use vox_core::prelude::*;

use super::types::{CallMaxWaitingTime, ImMaxWaitingTime, SqAgentSelection, SqTaskSelection};
use crate::types::Application;

/// Changes a smart queue.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetQueueInfo", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct SqSetQueueInfo {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// A smart queue.
    #[param(one_of)]
    pub sq_queue: SqQueue,
    /// Whether chats wait if no agent is active.
    pub hold_im_if_inactive_agents: Option<bool>,
    /// Whether phone calls wait if no agent is active.
    pub hold_calls_if_inactive_agents: Option<bool>,
    /// The new name of the smart queue.
    #[param(max_len = 100)]
    pub new_sq_queue_name: Option<String>,
    /// Which agent gets a phone call.
    pub call_agent_selection: Option<SqAgentSelection>,
    /// Which agent gets a chat.
    #[param(default_text = "the value of call_agent_selection")]
    pub im_agent_selection: Option<SqAgentSelection>,
    /// Which phone call is distributed first.
    pub call_task_selection: Option<SqTaskSelection>,
    /// Which chat is distributed first.
    #[param(default_text = "the value of call_task_selection")]
    pub im_task_selection: Option<SqTaskSelection>,
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

/// A smart queue.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum SqQueue {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}
