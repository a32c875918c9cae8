//! The order of tasks.

use vox_core::prelude::*;

/// Which of the waiting tasks is distributed first.
///
/// Source: `call_task_selection` and `im_task_selection` of `SQ_AddQueue` and `SQ_SetQueueInfo`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqTaskSelection {
    /// The task with the highest priority.
    MaxPriority,
    /// The task that has waited for the longest time.
    MaxWaitingTime,
    /// An order that this list does not have.
    Other(String),
}
