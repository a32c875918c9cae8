//! The state of the sandbox: accounts and everything that belongs to them.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod money;
pub(crate) mod phone;
pub(crate) mod plans;
pub(crate) mod profile;
pub(crate) mod random;
#[cfg(feature = "_sections")]
#[cfg_attr(not(feature = "full"), allow(dead_code, reason = "each section uses a part of them"))]
pub(crate) mod resources;
pub(crate) mod service_account;
pub(crate) mod service_key;
#[cfg(feature = "_sections")]
#[cfg_attr(not(feature = "full"), allow(dead_code, reason = "each section uses a part of it"))]
pub(crate) mod table;
pub(crate) mod verification;

use jiff::{ToSpan as _, civil::Date};

/// The same day of the next month, or that month's last day.
fn a_month_after(day: Date) -> Date {
    day.saturating_add(1.month())
}
