//! Orders of tasks.

use vox_core::prelude::*;

/// Which tasks of a call list are called first.
///
/// Source: `task_priority_strategy` of `CreateCallList` and `EditCallList`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum TaskPriorityStrategy {
    /// Tasks that were not called yet.
    FirstAttempts,
    /// Tasks whose attempts failed.
    RepeatedAttempts,
    /// A strategy that this list does not have.
    Other(String),
}
