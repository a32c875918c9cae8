//! `EditCallListTasksPriority`: changes the priorities of tasks of a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `EditCallListTasksPriority` of the API's section
//! CallLists.

use serde::{Deserialize, Serialize};
use vox_core::prelude::*;

/// Changes the priorities of tasks of a call list.
///
/// Tasks with a priority are called before the others, whatever the strategy of the list is. A task that is complete cannot be
/// changed. The response has an outcome for each task, so a success does not mean that all of them were changed. The API
/// rejects an unknown list (error [251](vox_core::ErrorCode::CALL_SERVICE_ERROR)).
///
/// ```
/// use vox_api::call_lists::{CallListTaskKey, CallListTaskPriority, EditCallListTasksPriority};
/// use vox_api::prelude::*;
///
/// let tasks = vec![
///     CallListTaskPriority { task: CallListTaskKey::Id(7), task_priority: 1 },
///     CallListTaskPriority { task: CallListTaskKey::Uuid("ann-1".into()), task_priority: 2 },
/// ];
/// let request = EditCallListTasksPriority { list_id: 42, tasks: tasks.into() };
/// assert_eq!(
///     masked(&request).to_string(),
///     r#"{"list_id":"42","tasks":"[{\"task_id\":7,\"task_priority\":1},{\"task_uuid\":\"ann-1\",\"task_priority\":2}]"}"#
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "EditCallListTasksPriority",
    roles = [Owner, Admin, Developer, CallListManager],
    response = EditCallListTasksPriorityResponse,
    kind = write,
    ack = none,
)]
pub struct EditCallListTasksPriority {
    /// The call list's id.
    pub list_id: u64,
    /// The tasks with their new priorities.
    pub tasks: Json<Vec<CallListTaskPriority>>,
}

/// The new priority of a task: an object such as `{"task_id": 7, "task_priority": 1}`.
///
/// Source: `tasks` of `EditCallListTasksPriority`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallListTaskPriority {
    /// The task.
    #[serde(flatten)]
    pub task: CallListTaskKey,
    /// The priority. No source states which number is the highest.
    pub task_priority: u64,
}

/// A task of a call list, in JSON: the member `task_id` or `task_uuid`.
///
/// Source: `tasks` of `EditCallListTasksPriority`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CallListTaskKey {
    /// By id, which the API assigns.
    #[serde(rename = "task_id")]
    Id(u64),
    /// By UUID, which the column `__task_uuid` of the CSV file may set. It is unique in the call list.
    #[serde(rename = "task_uuid")]
    Uuid(String),
}

/// The response of [`EditCallListTasksPriority`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct EditCallListTasksPriorityResponse {
    /// The outcomes: an array with an item for each task. No source states what an item has.
    pub results: Option<Json<Value>>,
}
