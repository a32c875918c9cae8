//! `DelAuthorizedAccountIP`: takes IP addresses and networks off the lists of those that are allowed or denied.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelAuthorizedAccountIP` of the API's section AuthorizedIPs.

use vox_core::prelude::*;

use super::types::{IPV4, NETWORK};

/// Takes IP addresses and networks off the lists of those that are allowed or denied access to the account.
///
/// `TextList::All` empties the lists. Without [`allowed`](Self::allowed), addresses are taken off both lists.
///
/// ```
/// use vox_api::authorized_ips::{AuthorizedIp, DelAuthorizedAccountIp};
/// use vox_api::prelude::*;
///
/// let request = DelAuthorizedAccountIp::builder()
///     .ip(AuthorizedIp::Network("203.0.113.0/24".into()))
///     .allowed(false)
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"authorized_ip=203.0.113.0%2F24&allowed=false");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DelAuthorizedAccountIP",
    roles = [Owner, Admin, Developer],
    response = DelAuthorizedAccountIpResponse,
    kind = write,
    ack = none,
)]
#[doc(alias = "DelAuthorizedAccountIP")]
pub struct DelAuthorizedAccountIp {
    /// The addresses and networks.
    #[param(one_of)]
    pub ip: AuthorizedIp,
    /// Only those that are allowed, or only those that are denied.
    pub allowed: Option<bool>,
}

/// IP addresses and networks that are allowed or denied access to the account.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "ip")]
pub enum AuthorizedIp {
    /// One IPv4 address or network, or all.
    #[param(name = "authorized_ip", max_items = 1, each(check = NETWORK))]
    Network(TextList),
    /// The networks that contain this IPv4 address.
    #[param(name = "contains_ip", check = IPV4)]
    Containing(String),
}

/// The response of [`DelAuthorizedAccountIp`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct DelAuthorizedAccountIpResponse {
    /// How many addresses and networks were taken off the lists.
    pub result: u64,
}
