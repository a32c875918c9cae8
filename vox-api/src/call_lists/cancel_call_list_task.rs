//! `CancelCallListTask`: cancels tasks of a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `CancelCallListTask` of the API's section CallLists.

use vox_core::prelude::*;

/// Cancels tasks of a call list.
///
/// The fields of the response describe one task, although a request may name several. No source states the response for several;
/// [`GetCallListDetails`](super::GetCallListDetails) shows which of them were canceled.
///
/// ```
/// use vox_api::call_lists::{CallListTasks, CancelCallListTask};
/// use vox_api::prelude::*;
///
/// let request = CancelCallListTask { account_id: 1, list_id: 42, tasks: CallListTasks::Ids(vec![7, 8]) };
/// assert_eq!(request.to_form().as_bytes(), b"account_id=1&list_id=42&tasks_ids=7%3B8");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CancelCallListTask",
    roles = [Owner, Admin, Developer, CallListManager],
    response = CancelCallListTaskResponse,
    kind = write,
    ack = truthy,
)]
pub struct CancelCallListTask {
    /// The id of the account that the call list belongs to.
    pub account_id: u64,
    /// The call list's id.
    pub list_id: u64,
    /// The tasks.
    #[param(one_of)]
    pub tasks: CallListTasks,
}

/// Tasks of a call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "tasks")]
pub enum CallListTasks {
    /// By ids, at most 1000.
    #[param(max_items = 1000)]
    Ids(Vec<u64>),
    /// By UUIDs, at most 1000.
    #[param(max_items = 1000)]
    Uuids(Vec<String>),
}

/// The response of [`CancelCallListTask`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CancelCallListTaskResponse {
    /// The task's id.
    pub task_id: Option<u64>,
    /// The task's UUID.
    pub task_uuid: Option<String>,
    /// Why the task was not canceled.
    pub error_msg: Option<String>,
}
