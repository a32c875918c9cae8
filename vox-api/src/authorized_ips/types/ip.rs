//! IP addresses and networks.

use std::net::Ipv4Addr;

use vox_core::prelude::*;

/// An IPv4 address.
pub(crate) const IPV4: rules::Check =
    rules::Check::new("IPv4", "must be an IPv4 address such as `203.0.113.7`", |text| {
        text.parse::<Ipv4Addr>().is_ok()
    });

/// An IPv4 address or network, whose mask is a length or has the form of an address.
pub(crate) const NETWORK: rules::Check = rules::Check::new(
    "IPv4 or network",
    "must be an IPv4 address or network such as `203.0.113.7` or `203.0.113.0/24`",
    |text| {
        let (address, mask) = text.split_once('/').unwrap_or((text, "32"));
        let is_mask = mask.parse::<u8>().is_ok_and(|length| length <= 32) || mask.parse::<Ipv4Addr>().is_ok();
        address.parse::<Ipv4Addr>().is_ok() && is_mask
    },
);

#[cfg(test)]
mod tests {
    use super::{IPV4, NETWORK};

    #[test]
    fn networks_and_addresses_are_told_from_other_texts() {
        for text in ["203.0.113.7", "0.0.0.0"] {
            assert!(IPV4.holds(text) && NETWORK.holds(text), "{text}");
        }
        for text in ["203.0.113.0/24", "10.1.2.3/8", "10.0.0.0/0", "10.0.0.0/32", "10.0.0.0/255.0.0.0"] {
            assert!(!IPV4.holds(text) && NETWORK.holds(text), "{text}");
        }
        for text in
            ["", "all", "203.0.113", "203.0.113.256", "10.0.0.0/33", "10.0.0.0/", "/8", "10.0.0.0/8/8", "::1"]
        {
            assert!(!IPV4.holds(text) && !NETWORK.holds(text), "{text}");
        }
    }
}
