//! `SQ_GetQueues`: lists queues.
//!
//! Roles: any. Source: the method `SQ_GetQueues` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::{SqAgentSelection, SqExcludedUsers, SqTaskSelection};
use crate::types::{Application, Users};

/// Lists the queues of an application.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::SqGetQueues;
/// use vox_api::types::{Application, Users};
///
/// let request = SqGetQueues::builder()
///     .application(Application::Id(7))
///     .user(Users::Name(vec!["ann".into()]))
///     .with_agentcount(true)
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&user_name=ann&with_agentcount=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_GetQueues", response = SqGetQueuesResponse, kind = read)]
#[doc(alias = "SQ_GetQueues")]
pub struct SqGetQueues {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The queues.
    #[param(one_of)]
    pub sq_queue: Option<SqQueues>,
    /// A part of the names of the queues.
    pub sq_queue_name_template: Option<String>,
    /// Agents: only queues that one of them is assigned to. The newest sources take several; older ones take one.
    #[param(one_of)]
    pub user: Option<Users>,
    /// Agents: only queues that they are not assigned to.
    #[param(one_of)]
    pub excluded_user: Option<SqExcludedUsers>,
    /// The most queues to return.
    pub count: Option<u64>,
    /// How many queues are skipped.
    pub offset: Option<u64>,
    /// Whether the number of agents of each queue is returned.
    pub with_agentcount: Option<bool>,
}

/// Queues of SmartQueue that a list is limited to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum SqQueues {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// The response of [`SqGetQueues`]: one page of queues.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqGetQueuesResponse {
    /// The queues of this page. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<GetSqQueuesResult>,
}

/// A queue of SmartQueue, as lists return it.
///
/// Source: the structure `GetSQQueuesResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqQueuesResult {
    /// The queue's id.
    pub sq_queue_id: Option<u64>,
    /// The queue's name.
    pub sq_queue_name: Option<String>,
    /// Whether chats wait in the queue if no agent is available.
    pub hold_im_if_inactive_agents: Option<bool>,
    /// Which agent gets a task.
    pub agent_selection: Option<SqAgentSelection>,
    /// Which task is distributed first.
    pub task_selection: Option<SqTaskSelection>,
    /// Whether phone calls wait in the queue if no agent is available.
    pub hold_calls_if_inactive_agents: Option<bool>,
    /// The description.
    pub description: Option<String>,
    /// When the queue was added, UTC.
    pub created: Option<Timestamp>,
    /// When the queue was last changed, UTC.
    pub modified: Option<Timestamp>,
    /// How long a phone call waits at most. Sources differ on the unit: seconds, or minutes that are rounded up.
    pub call_max_waiting_time: Option<u64>,
    /// How long a phone call waits at most, in seconds.
    pub call_max_waiting_time_in_seconds: Option<u64>,
    /// How long a chat waits at most. Sources differ on the unit: seconds, or minutes that are rounded up.
    pub im_max_waiting_time: Option<u64>,
    /// How long a chat waits at most, in seconds.
    pub im_max_waiting_time_in_seconds: Option<u64>,
    /// The most phone calls that wait at a time.
    pub call_max_queue_size: Option<u64>,
    /// The most chats that wait at a time.
    pub im_max_queue_size: Option<u64>,
    /// The number of agents, if the request has `with_agentcount`.
    pub agentcount: Option<u64>,
    /// Which agent gets a task if the selection finds none. Only one of the vendor's SDKs has it, and no source describes it.
    pub fallback_agent_selection: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for SqGetQueues {
    type Item = GetSqQueuesResult;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: SqGetQueuesResponse) -> (Vec<GetSqQueuesResult>, Option<u64>) {
        (response.result, None)
    }
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::SqGetQueues;

    #[test]
    fn a_single_queue_is_read_as_a_list() {
        let queue = r#"{"sq_queue_id": 3, "sq_queue_name": "sales", "created": "2026-01-31 18:05:00"}"#;
        for result in [queue.to_owned(), format!("[{queue}]")] {
            let body = format!(r#"{{"result": {result}}}"#);
            let response = SqGetQueues::from_http(http::Response::new(body)).unwrap();
            let ids: Vec<_> = response.result.iter().map(|queue| queue.sq_queue_id).collect();
            assert_eq!(ids, [Some(3)]);
        }
    }
}
