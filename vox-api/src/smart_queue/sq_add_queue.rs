//! `SQ_AddQueue`: adds a queue.
//!
//! Roles: any. Source: the method `SQ_AddQueue` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::{SqAgentSelection, SqCallMaxWaitingTime, SqImMaxWaitingTime, SqTaskSelection};
use crate::types::Application;

/// Adds a queue to an application.
///
/// [`SqBindAgent`](super::SqBindAgent) then assigns agents to it. The error [494](vox_core::ErrorCode::SC_QUEUE_COUNT_LIMIT)
/// means that the application has as many queues as it may have; no source states the limit. If a response was lost,
/// [`SqGetQueues`](super::SqGetQueues) shows whether the queue was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqAddQueue, SqAgentSelection, SqCallMaxWaitingTime, SqTaskSelection};
/// use vox_api::types::Application;
///
/// let request = SqAddQueue::builder()
///     .application(Application::Id(7))
///     .sq_queue_name("sales")
///     .call_agent_selection(SqAgentSelection::MostQualified)
///     .call_task_selection(SqTaskSelection::MaxWaitingTime)
///     .call_max_waiting_time(SqCallMaxWaitingTime::Seconds(90))
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "application_id=7&sq_queue_name=sales&call_agent_selection=MOST_QUALIFIED\
///      &call_task_selection=MAX_WAITING_TIME&call_max_waiting_time_in_seconds=90"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_AddQueue", response = SqAddQueueResponse, kind = write, ack = none)]
#[doc(alias = "SQ_AddQueue")]
pub struct SqAddQueue {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The name, which is unique in the application, of at most 100 characters.
    #[param(max_len = 100)]
    pub sq_queue_name: String,
    /// Which agent gets a phone call.
    pub call_agent_selection: SqAgentSelection,
    /// Which phone call is distributed first.
    pub call_task_selection: SqTaskSelection,
    /// Whether chats wait in the queue if no agent is available.
    pub hold_im_if_inactive_agents: Option<bool>,
    /// Which agent gets a chat.
    #[param(default_text = "the value of call_agent_selection")]
    pub im_agent_selection: Option<SqAgentSelection>,
    /// Which chat is distributed first.
    #[param(default_text = "the value of call_task_selection")]
    pub im_task_selection: Option<SqTaskSelection>,
    /// Whether phone calls wait in the queue if no agent is available: all are offline, banned, or do not want to be disturbed.
    pub hold_calls_if_inactive_agents: Option<bool>,
    /// The description, of at most 200 characters.
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

/// The response of [`SqAddQueue`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqAddQueueResponse {
    /// The new queue.
    pub result: SqAddQueueResult,
}

/// The new queue.
///
/// Source: the structure `SQAddQueueResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqAddQueueResult {
    /// The queue's id.
    pub sq_queue_id: u64,
}
