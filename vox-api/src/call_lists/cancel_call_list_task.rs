//! The method `CancelCallListTask`.

use vox_core::prelude::*;

/// Cancels tasks of a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CancelCallListTask",
    roles = [Owner, Admin, Developer, CallListManager],
    response = CancelCallListTaskResponse,
    kind = write,
    ack = truthy,
)]
pub struct CancelCallListTask {
    /// The account of the list.
    pub account_id: u64,
    /// The id of the list.
    pub list_id: u64,
    /// Tasks.
    #[param(one_of)]
    pub tasks: Tasks,
}

/// The response of [`CancelCallListTask`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CancelCallListTaskResponse {
    /// The id of the task.
    pub task_id: Option<u64>,
    /// The UUID of the task.
    pub task_uuid: Option<String>,
    /// Why the task was not canceled.
    pub error_msg: Option<String>,
}

/// Tasks.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Tasks {
    /// By ids.
    #[param(max_items = 1000)]
    Ids(Vec<u64>),
    /// By UUIDs.
    #[param(max_items = 1000)]
    Uuids(Vec<String>),
}
