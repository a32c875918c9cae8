//! `SetSipWhiteListItem`: changes a network that SIP calls are accepted from.
//!
//! Roles: Owner, Admin, Developer. Source: the method `SetSipWhiteListItem` of the API's section SIPWhiteList.

use vox_core::prelude::*;

use super::types::SIP_NETWORK;

/// Changes the network and the description of an entry of the SIP white list.
///
/// The network is required even if only the description changes.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_white_list::SetSipWhiteListItem;
///
/// let request = SetSipWhiteListItem::builder()
///     .sip_whitelist_id(7)
///     .sip_whitelist_network("192.168.0.0/255.255.0.0")
///     .description("the office")
///     .build();
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetSipWhiteListItem", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct SetSipWhiteListItem {
    /// The entry's id.
    pub sip_whitelist_id: u64,
    /// The IPv4 network: `192.168.0.0/16` or `192.168.0.0/255.255.0.0`; of a single address, `203.0.113.7/32`.
    #[param(check = SIP_NETWORK)]
    pub sip_whitelist_network: String,
    /// The new description.
    pub description: Option<String>,
}
