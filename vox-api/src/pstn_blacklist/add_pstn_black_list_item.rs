//! `AddPstnBlackListItem`: blocks phone numbers.
//!
//! Roles: Owner, Admin. Source: the method `AddPstnBlackListItem` of the API's section PSTNBlacklist.

use vox_core::prelude::*;

/// Adds an entry to the PSTN blacklist, which blocks its phone numbers.
///
/// If a response was lost, [`GetPstnBlackList`](super::GetPstnBlackList) shows whether the entry was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::pstn_blacklist::AddPstnBlackListItem;
///
/// let request = AddPstnBlackListItem { pstn_blacklist_phone: "7999.*".into() };
/// assert_eq!(request.to_form().as_bytes(), b"pstn_blacklist_phone=7999.*");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddPstnBlackListItem",
    roles = [Owner, Admin],
    response = AddPstnBlackListItemResponse,
    kind = write,
)]
pub struct AddPstnBlackListItem {
    /// The phone number in the international format (E.164), or a regular expression of phone numbers: at most 99 characters.
    /// No source states the syntax of the expression, or whether it must match a whole phone number.
    #[param(max_len = 99)]
    pub pstn_blacklist_phone: String,
}

/// The response of [`AddPstnBlackListItem`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddPstnBlackListItemResponse {
    /// The new entry's id.
    pub pstn_blacklist_id: u64,
}
