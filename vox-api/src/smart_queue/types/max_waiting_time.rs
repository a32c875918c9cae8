//! Limits of waiting times.

use vox_core::prelude::*;

/// How long a phone call waits in the queue at most.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "call_max_waiting_time")]
pub enum SqCallMaxWaitingTime {
    /// In minutes: the parameter `call_max_waiting_time`.
    #[param(name = "call_max_waiting_time")]
    Minutes(u64),
    /// In seconds: the parameter `call_max_waiting_time_in_seconds`.
    #[param(name = "call_max_waiting_time_in_seconds")]
    Seconds(u64),
}

/// How long a chat waits in the queue at most.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "im_max_waiting_time")]
pub enum SqImMaxWaitingTime {
    /// In minutes: the parameter `im_max_waiting_time`.
    #[param(name = "im_max_waiting_time")]
    Minutes(u64),
    /// In seconds: the parameter `im_max_waiting_time_in_seconds`.
    #[param(name = "im_max_waiting_time_in_seconds")]
    Seconds(u64),
}
