//! Queues.

use vox_core::prelude::*;

/// Queues of SmartQueue, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum SqQueuesOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}
