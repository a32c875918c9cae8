//! `SQ_SetQueueInfo`: changes the settings of a queue.
//!
//! Roles: Owner, Admin, Developer. Source: the method `SQ_SetQueueInfo` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::{SqAgentSelection, SqCallMaxWaitingTime, SqImMaxWaitingTime, SqTaskSelection};
use crate::types::Application;

/// Changes the settings of a queue.
///
/// The reference has defaults for `im_agent_selection` and `im_task_selection` here, too. No source states whether a request
/// without them sets them to the values for phone calls.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqQueue, SqSetQueueInfo};
/// use vox_api::types::Application;
///
/// let request = SqSetQueueInfo::builder()
///     .application(Application::Id(7))
///     .sq_queue(SqQueue::Name("sales".into()))
///     .new_sq_queue_name("orders")
///     .priority(101)
///     .build();
/// let violations = request.validate().unwrap_err();
/// assert_eq!(violations.to_string(), "- `priority` must be at most 100; found `101`");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetQueueInfo", roles = [Owner, Admin, Developer], response = (), kind = write)]
#[doc(alias = "SQ_SetQueueInfo")]
pub struct SqSetQueueInfo {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The queue.
    #[param(one_of)]
    pub sq_queue: SqQueue,
    /// Whether chats wait in the queue if no agent is available.
    pub hold_im_if_inactive_agents: Option<bool>,
    /// Whether phone calls wait in the queue if no agent is available.
    pub hold_calls_if_inactive_agents: Option<bool>,
    /// The new name, which is unique in the application, of at most 100 characters.
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
    /// The new description, of at most 200 characters.
    #[param(max_len = 200)]
    pub description: Option<String>,
    /// How long a phone call waits at most.
    #[param(one_of)]
    pub call_max_waiting_time: Option<SqCallMaxWaitingTime>,
    /// How long a chat waits at most.
    #[param(one_of)]
    pub im_max_waiting_time: Option<SqImMaxWaitingTime>,
    /// The most phone calls that wait at a time.
    pub call_max_queue_size: Option<u64>,
    /// The most chats that wait at a time.
    pub im_max_queue_size: Option<u64>,
    /// The priority of the queue, from 1 to 100. No source states which is the highest.
    #[param(min = 1, max = 100)]
    pub priority: Option<u64>,
    /// Which agent gets a task if the selection finds none. Newer sources of the vendor no longer have it, and no source
    /// describes it.
    pub fallback_agent_selection: Option<String>,
}

/// A queue of SmartQueue.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum SqQueue {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}
