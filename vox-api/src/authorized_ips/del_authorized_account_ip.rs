//! The method `DelAuthorizedAccountIP`.

use std::net::Ipv4Addr;

use vox_core::prelude::*;
use vox_core::rules::Check;

/// Deletes addresses from the list of those that may call the API.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DelAuthorizedAccountIP",
    roles = [Owner, Admin, Developer],
    response = DelAuthorizedAccountIpResponse,
    kind = write,
    ack = none,
)]
pub struct DelAuthorizedAccountIp {
    /// The addresses.
    #[param(one_of)]
    pub ip: AuthorizedIp,
    /// Whether those are deleted that are allowed, or those that are not. Without a value, both.
    pub allowed: Option<bool>,
}

/// The response of [`DelAuthorizedAccountIp`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct DelAuthorizedAccountIpResponse {
    /// How many networks were deleted.
    pub result: u64,
}

/// Addresses.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "ip")]
pub enum AuthorizedIp {
    /// One address or network, or all.
    #[param(name = "authorized_ip", max_items = 1, each(check = NETWORK))]
    Network(TextList),
    /// The networks that contain this address.
    #[param(name = "contains_ip", check = IPV4)]
    Containing(String),
}

const IPV4: Check = Check::new("IPv4", "must be an IPv4 address", |text| text.parse::<Ipv4Addr>().is_ok());

const NETWORK: Check = Check::new("IPv4 or network", "must be an IPv4 address or network", |text| {
    let (address, mask) = text.split_once('/').unwrap_or((text, "32"));
    let is_mask = mask.parse::<u8>().is_ok_and(|bits| bits <= 32) || mask.parse::<Ipv4Addr>().is_ok();
    address.parse::<Ipv4Addr>().is_ok() && is_mask
});
