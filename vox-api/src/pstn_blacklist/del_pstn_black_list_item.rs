//! `DelPstnBlackListItem`: deletes an entry of the PSTN blacklist.
//!
//! Roles: Owner, Admin. Source: the method `DelPstnBlackListItem` of the API's section PSTNBlacklist.

use vox_core::prelude::*;

/// Deletes an entry of the PSTN blacklist, which no longer blocks its phone numbers.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::pstn_blacklist::DelPstnBlackListItem;
///
/// let request = DelPstnBlackListItem { pstn_blacklist_id: 7 };
/// assert_eq!(request.to_form().as_bytes(), b"pstn_blacklist_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelPstnBlackListItem", roles = [Owner, Admin], response = (), kind = write)]
pub struct DelPstnBlackListItem {
    /// The entry's id.
    pub pstn_blacklist_id: u64,
}
