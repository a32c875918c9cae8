//! The products and default prices of the sandbox, which are the same for every account.

#[cfg(feature = "phone_numbers")]
pub(crate) mod phone_regions;
pub(crate) mod plans;
pub(crate) mod prices;
pub(crate) mod rates;
pub(crate) mod resources;
pub(crate) mod subscriptions;

use vox_core::Decimal;

/// A price, in thousandths.
const fn price(thousandths: u32) -> Decimal {
    Decimal::from_parts(thousandths, 0, 0, false, 3)
}
