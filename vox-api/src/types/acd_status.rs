//! Statuses of operators of ACD queues.

use vox_core::prelude::*;

/// The status of an operator of ACD queues: the first version of queues, not SmartQueue.
///
/// The vendor does not describe the values; the descriptions here are derived from the names.
///
/// Source: `acd_status` of `GetUsers`, `GetACDOperatorStatusStatistics` and the structure `UserInfoType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdStatus {
    /// The operator is not logged in.
    Offline,
    /// The operator is logged in.
    Online,
    /// The operator waits for a phone call.
    Ready,
    /// The operator is banned from phone calls.
    Banned,
    /// The operator is on a phone call.
    InService,
    /// The operator finishes the work on the last phone call.
    AfterService,
    /// The operator has a break.
    Timeout,
    /// The operator does not want to be disturbed.
    Dnd,
    /// A status that this list does not have.
    Other(String),
}
