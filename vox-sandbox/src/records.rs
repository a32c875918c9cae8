//! The declared records, built from the sandbox's state.

pub(crate) mod account_info;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_offer;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_region;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_verification;
pub(crate) mod plan;
pub(crate) mod short_account_info;
pub(crate) mod verification;

use jiff::Timestamp;
use vox_core::Decimal;

/// Money as the API writes it: `300`, not `300.00`.
#[expect(clippy::unnecessary_wraps, reason = "amounts of records are optional")]
pub(crate) fn amount(decimal: Decimal) -> Option<Decimal> {
    Some(decimal.normalize())
}

/// The API writes times without fractions of a second.
fn whole_seconds(time: Timestamp) -> Option<Timestamp> {
    Timestamp::from_second(time.as_second()).ok()
}
