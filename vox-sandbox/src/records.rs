//! The declared records, built from the sandbox's state.

pub(crate) mod account_info;
#[cfg(any(feature = "applications", feature = "users"))]
pub(crate) mod application_info;
#[cfg(feature = "history")]
pub(crate) mod call_session_info;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_offer;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_region;
#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_verification;
pub(crate) mod plan;
#[cfg(feature = "role_system")]
pub(crate) mod role_view;
#[cfg(any(feature = "scenarios", feature = "routing_rules"))]
pub(crate) mod scenario_info;
#[cfg(feature = "secrets")]
pub(crate) mod secret;
pub(crate) mod short_account_info;
#[cfg(feature = "smart_queue")]
pub(crate) mod smart_queue;
pub(crate) mod verification;

use jiff::Timestamp;
use vox_core::Decimal;

/// Money as the API writes it: `300`, not `300.00`.
#[expect(clippy::unnecessary_wraps, reason = "amounts of records are optional")]
pub(crate) fn amount(decimal: Decimal) -> Option<Decimal> {
    Some(decimal.normalize())
}

/// The API writes times without fractions of a second.
pub(crate) fn whole_seconds(time: Timestamp) -> Option<Timestamp> {
    Timestamp::from_second(time.as_second()).ok()
}
