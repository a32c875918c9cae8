//! `AddAuthorizedAccountIP`: allows or denies an IP address or network.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddAuthorizedAccountIP` of the API's section AuthorizedIPs.

use vox_core::prelude::*;

use super::types::NETWORK;

/// Allows or denies an IP address or network access to the account.
///
/// The address or network is added to the list of those that are allowed, or of those that are denied.
///
/// ```
/// use vox_api::authorized_ips::AddAuthorizedAccountIp;
/// use vox_api::prelude::*;
///
/// let request = AddAuthorizedAccountIp::builder().authorized_ip("203.0.113.0/24").allowed(true).build();
/// assert_eq!(request.to_form().as_bytes(), b"authorized_ip=203.0.113.0%2F24&allowed=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddAuthorizedAccountIP", roles = [Owner, Admin, Developer], response = (), kind = write)]
#[doc(alias = "AddAuthorizedAccountIP")]
pub struct AddAuthorizedAccountIp {
    /// The IPv4 address, `203.0.113.7`, or network, `203.0.113.0/24`.
    #[param(check = NETWORK)]
    pub authorized_ip: String,
    /// Whether it is allowed, not denied. No source states the default.
    pub allowed: Option<bool>,
    /// The description.
    pub description: Option<String>,
}
