//! Resources and their price groups.

use vox_accounts::ResourceType;
use vox_core::Decimal;

use super::price;

/// The price group of messages.
pub(crate) const MESSAGES: u64 = 8;
/// The price group of active users.
pub(crate) const ACTIVE_USERS: u64 = 9;

/// A type of resource and its prices.
pub(crate) struct Resource {
    pub(crate) resource_type: ResourceType,
    pub(crate) groups: &'static [PriceGroup],
}

/// A price and the phone numbers that it applies to.
pub(crate) struct PriceGroup {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    /// The price of `units` units, in US dollars.
    pub(crate) price: Decimal,
    pub(crate) units: u64,
    /// The used units are rounded up to a multiple of this.
    pub(crate) quantum: u64,
    /// The prefixes of the phone numbers with this price; empty where it depends on no number.
    pub(crate) allowed: &'static [&'static str],
    /// Longer prefixes that are excluded.
    pub(crate) forbidden: &'static [&'static str],
}

impl PriceGroup {
    /// Whether the price depends on a phone number.
    pub(crate) fn has_prefixes(&self) -> bool {
        !self.allowed.is_empty()
    }

    /// Whether the price applies to a phone number.
    pub(crate) fn covers(&self, number: &str) -> bool {
        let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| number.starts_with(prefix));
        begins(self.allowed) && !begins(self.forbidden)
    }
}

const fn call(id: u64, name: &'static str, thousandths: u32) -> PriceGroup {
    let price = price(thousandths);
    PriceGroup { id, name, price, units: 60, quantum: 60, allowed: &[], forbidden: &[] }
}

const fn unit(id: u64, name: &'static str, thousandths: u32, units: u64) -> PriceGroup {
    PriceGroup { id, name, price: price(thousandths), units, quantum: 1, allowed: &[], forbidden: &[] }
}

/// Every price.
pub(crate) static RESOURCES: [Resource; 5] = [
    Resource { resource_type: ResourceType::Voipin, groups: &[call(1, "VoIP Inbound", 4)] },
    Resource { resource_type: ResourceType::Voipout, groups: &[call(2, "VoIP Outbound", 4)] },
    Resource {
        resource_type: ResourceType::Pstnout,
        groups: &[
            PriceGroup { allowed: &["79"], ..call(3, "Russia Mobile", 38) },
            PriceGroup { allowed: &["7495", "7499"], ..call(4, "Russia Moscow", 17) },
            PriceGroup {
                allowed: &["73", "74", "78"],
                forbidden: &["7495", "7499", "7800"],
                ..call(5, "Russia Other", 25)
            },
            PriceGroup { allowed: &["1"], forbidden: &["1907"], ..call(6, "USA and Canada", 12) },
            PriceGroup { allowed: &["1907"], ..call(7, "USA Alaska", 90) },
        ],
    },
    Resource { resource_type: ResourceType::Im, groups: &[unit(MESSAGES, "Messages", 1000, 1000)] },
    Resource {
        resource_type: ResourceType::UserLogon,
        groups: &[unit(ACTIVE_USERS, "Active users", 500, 100)],
    },
];

/// The price of calling a phone number.
#[cfg(feature = "scenarios")]
pub(crate) fn phone_call(number: &str) -> Option<&'static PriceGroup> {
    let resource = RESOURCES.iter().find(|resource| resource.resource_type == ResourceType::Pstnout)?;
    resource.groups.iter().find(|group| group.covers(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_at_most_one_price() {
        let groups = RESOURCES[2].groups;
        let cases = [
            ("79263331122", Some(3)),
            ("74951234567", Some(4)),
            ("73431234567", Some(5)),
            ("78001234567", None),
            ("12125550100", Some(6)),
            ("19075550100", Some(7)),
            ("", None),
        ];
        for (number, expected) in cases {
            let mut found = groups.iter().filter(|group| group.covers(number)).map(|group| group.id);
            assert_eq!((found.next(), found.next()), (expected, None), "{number}");
        }
    }
}
