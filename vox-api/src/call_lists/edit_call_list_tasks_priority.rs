//! The method `EditCallListTasksPriority`.

use serde::{Deserialize, Serialize};
use vox_core::prelude::*;

/// Changes the priorities of tasks of a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "EditCallListTasksPriority",
    roles = [Owner, Admin, Developer, CallListManager],
    response = EditCallListTasksPriorityResponse,
    kind = write,
    ack = none,
)]
pub struct EditCallListTasksPriority {
    /// The id of the list.
    pub list_id: u64,
    /// The tasks and their new priorities.
    pub tasks: Json<Vec<TaskPriority>>,
}

/// The response of [`EditCallListTasksPriority`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct EditCallListTasksPriorityResponse {
    /// The outcome for each task.
    pub results: Option<Json<Value>>,
}

/// The new priority of a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskPriority {
    /// The task.
    #[serde(flatten)]
    pub task: TaskKey,
    /// The priority; 0 is the highest.
    pub task_priority: u64,
}

/// A task in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKey {
    /// By id.
    TaskId(u64),
    /// By UUID.
    TaskUuid(String),
}
