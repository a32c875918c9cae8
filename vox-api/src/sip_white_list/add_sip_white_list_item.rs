//! `AddSipWhiteListItem`: adds a network that SIP calls are accepted from.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddSipWhiteListItem` of the API's section SIPWhiteList.

use vox_core::prelude::*;

use super::types::SIP_NETWORK;

/// Adds a network to the SIP white list, which SIP calls are then accepted from.
///
/// If a response was lost, [`GetSipWhiteList`](super::GetSipWhiteList) shows whether the network was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_white_list::AddSipWhiteListItem;
///
/// let request = AddSipWhiteListItem::builder().sip_whitelist_network("192.168.0.0/16").build();
/// assert_eq!(request.to_form().as_bytes(), b"sip_whitelist_network=192.168.0.0%2F16");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddSipWhiteListItem",
    roles = [Owner, Admin, Developer],
    response = AddSipWhiteListItemResponse,
    kind = write,
)]
pub struct AddSipWhiteListItem {
    /// The IPv4 network: `192.168.0.0/16` or `192.168.0.0/255.255.0.0`; of a single address, `203.0.113.7/32`.
    #[param(check = SIP_NETWORK)]
    pub sip_whitelist_network: String,
    /// The description.
    pub description: Option<String>,
}

/// The response of [`AddSipWhiteListItem`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSipWhiteListItemResponse {
    /// The new entry's id.
    pub sip_whitelist_id: u64,
}
