//! The method `SQ_DelQueue`.

use vox_core::prelude::*;

use super::types::SqQueuesOrAll;
use crate::types::Application;

/// Deletes smart queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_DelQueue", response = (), kind = write)]
pub struct SqDelQueue {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: SqQueuesOrAll,
}
