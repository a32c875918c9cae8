//! `CheckAuthorizedAccountIP`: states whether an IP address is allowed.
//!
//! Roles: Owner, Admin, Developer. Source: the method `CheckAuthorizedAccountIP` of the API's section AuthorizedIPs.

use vox_core::prelude::*;

use super::types::IPV4;

/// States whether an IP address is allowed access to the account.
///
/// ```
/// use vox_api::authorized_ips::CheckAuthorizedAccountIp;
/// use vox_api::prelude::*;
///
/// let request = CheckAuthorizedAccountIp { authorized_ip: "203.0.113.7".into() };
/// assert!(request.validate().is_ok());
///
/// let network = CheckAuthorizedAccountIp { authorized_ip: "203.0.113.0/24".into() };
/// let violations = network.validate().unwrap_err().to_string();
/// assert!(violations.starts_with("- `authorized_ip` must be an IPv4 address"));
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CheckAuthorizedAccountIP",
    roles = [Owner, Admin, Developer],
    response = CheckAuthorizedAccountIpResponse,
    kind = read,
)]
#[doc(alias = "CheckAuthorizedAccountIP")]
pub struct CheckAuthorizedAccountIp {
    /// The IPv4 address.
    #[param(check = IPV4)]
    pub authorized_ip: String,
}

/// The response of [`CheckAuthorizedAccountIp`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CheckAuthorizedAccountIpResponse {
    /// Whether the address is allowed.
    pub result: bool,
    /// The address or network of the lists that decided.
    pub authorized_ip: Option<String>,
}
