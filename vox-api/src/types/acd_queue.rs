//! ACD queues: the first version of queues, not SmartQueue.

use vox_core::prelude::*;

/// ACD queues, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "acd_queue")]
pub enum AcdQueuesOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names, of at most 99 characters each.
    #[param(each(max_len = 99))]
    Name(Vec<String>),
}
