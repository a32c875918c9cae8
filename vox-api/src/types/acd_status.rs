//! Statuses of the operators of ACD queues, the first version of queues. SmartQueue has its own.

use vox_core::prelude::*;

/// The status of an operator of ACD queues.
///
/// The vendor does not describe the values; the descriptions here are derived from the names and from other texts.
///
/// Source: `acd_status` of `GetUsers`, `GetACDOperatorStatusStatistics` and of the structure `UserInfoType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdStatus {
    /// The operator is not connected.
    Offline,
    /// The operator is connected, but takes no phone calls from queues.
    Online,
    /// The operator can take a phone call.
    Ready,
    /// The operator gets no phone calls for some time.
    Banned,
    /// The operator talks.
    InService,
    /// The operator works on a phone call that has ended.
    AfterService,
    /// The operator has a break.
    Timeout,
    /// The operator does not want to be disturbed.
    Dnd,
    /// A status that this list does not have.
    Other(String),
}
