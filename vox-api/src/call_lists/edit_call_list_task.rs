//! The method `EditCallListTask`.

use vox_core::prelude::*;

/// Changes a task of a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "EditCallListTask",
    roles = [Owner, Admin, Developer, CallListManager, Support],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct EditCallListTask {
    /// The id of the list.
    pub list_id: u64,
    /// A task.
    #[param(one_of)]
    pub task: Task,
    /// When the task may be called.
    #[param(any_of = "call_schedule")]
    pub call_schedule: Option<Json<Value>>,
    /// When the task starts.
    #[param(any_of = "call_schedule")]
    pub start_at: Option<DateTime>,
    /// How many attempts are left.
    #[param(any_of = "call_schedule")]
    pub attempts_left: Option<u64>,
    /// A text of the owner.
    #[param(any_of = "call_schedule")]
    pub custom_data: Option<String>,
    /// The time of day from which the task is called, UTC.
    #[param(any_of = "call_schedule", all_of = "execution_time")]
    pub min_execution_time: Option<Time>,
    /// The time of day until which the task is called, UTC.
    #[param(any_of = "call_schedule", all_of = "execution_time")]
    pub max_execution_time: Option<Time>,
    /// When the next attempt is made.
    #[param(any_of = "call_schedule")]
    pub next_attempt_time: Option<String>,
    /// The operator.
    #[param(any_of = "call_schedule")]
    pub user_id: Option<u64>,
    /// The skills.
    #[param(max_items = 5, any_of = "call_schedule")]
    pub skill_id: Option<Vec<u64>>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Task {
    /// By id.
    Id(u64),
    /// By UUID.
    Uuid(String),
}
