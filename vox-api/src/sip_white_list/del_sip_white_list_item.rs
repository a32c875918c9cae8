//! `DelSipWhiteListItem`: deletes a network that SIP calls are accepted from.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelSipWhiteListItem` of the API's section SIPWhiteList.

use vox_core::prelude::*;

/// Deletes an entry of the SIP white list, whose network SIP calls are then no longer accepted from.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_white_list::DelSipWhiteListItem;
///
/// let request = DelSipWhiteListItem { sip_whitelist_id: 7 };
/// assert_eq!(request.to_form().as_bytes(), b"sip_whitelist_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelSipWhiteListItem", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct DelSipWhiteListItem {
    /// The entry's id.
    pub sip_whitelist_id: u64,
}
