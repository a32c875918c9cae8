//! CPU time of processes.

use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

use crate::Result;

/// The CPU time of this process.
pub(crate) fn cpu_time() -> Result<Duration> {
    of(UsageWho::RUSAGE_SELF)
}

/// The CPU time of the children that have ended.
pub(crate) fn cpu_time_of_children() -> Result<Duration> {
    of(UsageWho::RUSAGE_CHILDREN)
}

fn of(who: UsageWho) -> Result<Duration> {
    let usage = getrusage(who).map_err(|error| format!("getrusage: {error}"))?;
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(microseconds.unsigned_abs()))
}
