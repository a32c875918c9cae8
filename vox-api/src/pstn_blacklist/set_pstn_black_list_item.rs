//! `SetPstnBlackListItem`: changes the phone numbers that an entry of the PSTN blacklist blocks.
//!
//! Roles: Owner, Admin. Source: the method `SetPstnBlackListItem` of the API's section PSTNBlacklist.

use vox_core::prelude::*;

/// Changes the phone numbers that an entry of the PSTN blacklist blocks.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::pstn_blacklist::SetPstnBlackListItem;
///
/// let request = SetPstnBlackListItem { pstn_blacklist_id: 7, pstn_blacklist_phone: "79993330011".into() };
/// assert_eq!(request.to_form().as_bytes(), b"pstn_blacklist_id=7&pstn_blacklist_phone=79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetPstnBlackListItem", roles = [Owner, Admin], response = (), kind = write)]
pub struct SetPstnBlackListItem {
    /// The entry's id.
    pub pstn_blacklist_id: u64,
    /// The new phone number in the international format (E.164), of at most 99 characters. The sources mention regular
    /// expressions only for [`AddPstnBlackListItem`](super::AddPstnBlackListItem); vox does not reject them here.
    #[param(max_len = 99)]
    pub pstn_blacklist_phone: String,
}
