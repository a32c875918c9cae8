//! Templates of subscriptions.

use vox_accounts::SubscriptionTemplateType;
use vox_core::{Decimal, Period};

use super::price;

/// The period of every subscription.
pub(crate) const MONTH: Period = Period { years: 0, months: 1, days: 0, hours: 0, minutes: 0, seconds: 0 };

pub(crate) struct SubscriptionTemplate {
    pub(crate) id: u64,
    pub(crate) kind: SubscriptionTemplateType,
    pub(crate) name: &'static str,
    /// The price of the installation, in US dollars.
    pub(crate) installation: Decimal,
    /// The price of a month, in US dollars.
    pub(crate) price: Decimal,
    /// The required verification of the account.
    pub(crate) verification: Option<&'static str>,
}

/// The prices are in thousandths.
const fn phone(
    id: u64,
    name: &'static str,
    installation: u32,
    monthly: u32,
    verification: Option<&'static str>,
) -> SubscriptionTemplate {
    SubscriptionTemplate {
        id,
        kind: SubscriptionTemplateType::PhoneNum,
        name,
        installation: price(installation),
        price: price(monthly),
        verification,
    }
}

/// Every template. The first two are those of the API's documentation, in its order.
pub(crate) static TEMPLATES: [SubscriptionTemplate; 6] = [
    phone(20, "Phone BG", 0, 293_855, None),
    phone(6, "Phone RU TollFree", 3_000_000, 1_500_000, Some("RU")),
    phone(2, "Phone RU 495", 0, 3500, Some("RU")),
    phone(3, "Phone GB", 0, 1200, None),
    SubscriptionTemplate {
        id: 4,
        kind: SubscriptionTemplateType::SipRegistration,
        name: "SIP registration",
        installation: price(0),
        price: price(1000),
        verification: None,
    },
    phone(5, "Phone US", 0, 1000, None),
];
