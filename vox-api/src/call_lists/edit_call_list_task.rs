//! `EditCallListTask`: changes a task of a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager, Support. Source: the method `EditCallListTask` of the API's section
//! CallLists.

use vox_core::prelude::*;

/// Changes a task of a call list.
///
/// A request has at least one new value. Values that are left out remain as they are.
///
/// ```
/// use vox_api::call_lists::{CallListTask, EditCallListTask};
/// use vox_api::prelude::*;
///
/// let request = EditCallListTask::builder()
///     .list_id(42)
///     .task(CallListTask::Uuid("ann-1".into()))
///     .attempts_left(3)
///     .min_execution_time(Time::constant(9, 0, 0, 0))
///     .max_execution_time(Time::constant(17, 30, 0, 0))
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "list_id=42&task_uuid=ann-1&attempts_left=3&min_execution_time=09%3A00%3A00&max_execution_time=17%3A30%3A00"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "EditCallListTask",
    roles = [Owner, Admin, Developer, CallListManager, Support],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct EditCallListTask {
    /// The call list's id.
    pub list_id: u64,
    /// The task.
    #[param(one_of)]
    pub task: CallListTask,
    /// The schedule of the task. The vendor's guide to call lists describes it.
    #[param(any_of = "call_schedule")]
    pub call_schedule: Option<Json<Value>>,
    /// The earliest time of the next attempt. No source states the time zone, which is presumably UTC.
    #[param(any_of = "call_schedule")]
    pub start_at: Option<DateTime>,
    /// How many attempts are left.
    #[param(any_of = "call_schedule")]
    pub attempts_left: Option<u64>,
    /// The custom data, which the scenario receives.
    #[param(any_of = "call_schedule")]
    pub custom_data: Option<String>,
    /// The time of day from which the task is called, UTC. If it is later than `max_execution_time`, the time between them
    /// includes midnight.
    #[param(any_of = "call_schedule", all_of = "execution_time")]
    pub min_execution_time: Option<Time>,
    /// The time of day until which the task is called, UTC.
    #[param(any_of = "call_schedule", all_of = "execution_time")]
    pub max_execution_time: Option<Time>,
    /// When the next attempt is made. Only the newest sources have it, and no source states the format.
    #[param(any_of = "call_schedule")]
    pub next_attempt_time: Option<String>,
    /// The id of the user who becomes the operator of the task. Only the newest sources have it.
    #[param(any_of = "call_schedule")]
    pub user_id: Option<u64>,
    /// The ids of the skills of the task, at most 5. Only the newest sources have them.
    #[param(max_items = 5, any_of = "call_schedule")]
    pub skill_id: Option<Vec<u64>>,
}

/// A task of a call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "task")]
pub enum CallListTask {
    /// By id, which the API assigns.
    Id(u64),
    /// By UUID, which the column `__task_uuid` of the CSV file may set. It is unique in the call list.
    Uuid(String),
}
