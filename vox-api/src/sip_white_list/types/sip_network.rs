//! Networks.

use std::net::Ipv4Addr;

use vox_core::prelude::*;

/// An IPv4 network, whose mask is a length or has the form of an address.
pub(crate) const SIP_NETWORK: rules::Check = rules::Check::new(
    "A.B.C.D/L or A.B.C.D/a.b.c.d",
    "must be an IPv4 network such as `192.168.0.0/16` or `192.168.0.0/255.255.0.0`",
    |text| {
        text.split_once('/').is_some_and(|(address, mask)| {
            let is_mask =
                mask.parse::<u8>().is_ok_and(|length| length <= 32) || mask.parse::<Ipv4Addr>().is_ok();
            address.parse::<Ipv4Addr>().is_ok() && is_mask
        })
    },
);

#[cfg(test)]
mod tests {
    use super::SIP_NETWORK;

    #[test]
    fn a_network_has_an_address_and_a_mask() {
        // The second has bits after the mask, as the vendor's example.
        for text in
            ["192.168.0.0/16", "192.168.1.5/16", "203.0.113.7/32", "0.0.0.0/0", "192.168.0.0/255.255.0.0"]
        {
            assert!(SIP_NETWORK.holds(text), "{text}");
        }
        for text in
            ["", "192.168.1.5", "192.168.0.0/33", "192.168.0.0/", "/16", "192.168/16", "192.168.0.0/16/16"]
        {
            assert!(!SIP_NETWORK.holds(text), "{text}");
        }
    }
}
