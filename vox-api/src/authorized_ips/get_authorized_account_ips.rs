//! `GetAuthorizedAccountIPs`: lists the IP addresses and networks that are allowed or denied.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetAuthorizedAccountIPs` of the API's section AuthorizedIPs.

use vox_core::prelude::*;

use super::types::{IPV4, NETWORK};

/// Lists the IP addresses and networks that are allowed or denied access to the account.
///
/// ```
/// use vox_api::authorized_ips::GetAuthorizedAccountIps;
/// use vox_api::prelude::*;
///
/// let request = GetAuthorizedAccountIps {
///     allowed: Some(true),
///     contains_ip: Some("203.0.113.7".into()),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"allowed=true&contains_ip=203.0.113.7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAuthorizedAccountIPs",
    roles = [Owner, Admin, Developer],
    response = GetAuthorizedAccountIpsResponse,
    kind = read,
)]
#[doc(alias = "GetAuthorizedAccountIPs")]
pub struct GetAuthorizedAccountIps {
    /// The IPv4 address, `203.0.113.7`, or network, `203.0.113.0/24`, as it is in the list.
    #[param(check = NETWORK)]
    pub authorized_ip: Option<String>,
    /// Only those that are allowed, or only those that are denied.
    pub allowed: Option<bool>,
    /// An IPv4 address that the networks contain.
    #[param(check = IPV4)]
    pub contains_ip: Option<String>,
    /// The most addresses and networks to return.
    pub count: Option<u64>,
    /// How many addresses and networks are skipped.
    pub offset: Option<u64>,
    /// The description that an address or network was added with. The response does not have it.
    pub description: Option<String>,
}

/// The response of [`GetAuthorizedAccountIps`]: one page of addresses and networks.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAuthorizedAccountIpsResponse {
    /// The addresses and networks of this page.
    pub result: Vec<AuthorizedAccountIp>,
    /// How many addresses and networks there are in all.
    pub total_count: Option<u64>,
    /// How many addresses and networks this page holds.
    pub count: Option<u64>,
}

/// An IP address or network that is allowed or denied access to the account.
///
/// Source: the structure `AuthorizedAccountIPType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AuthorizedAccountIp {
    /// The IPv4 address or network.
    pub authorized_ip: Option<String>,
    /// Whether it is allowed, not denied.
    pub allowed: Option<bool>,
    /// When it was added, UTC.
    pub created: Option<Timestamp>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetAuthorizedAccountIps {
    type Item = AuthorizedAccountIp;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetAuthorizedAccountIpsResponse) -> (Vec<AuthorizedAccountIp>, Option<u64>) {
        (response.result, response.total_count)
    }
}
