//! `GetPstnBlackList`: lists the entries of the PSTN blacklist.
//!
//! Roles: Owner, Admin. Source: the method `GetPstnBlackList` of the API's section PSTNBlacklist.

use vox_core::prelude::*;

/// Lists the entries of the PSTN blacklist, whose phone numbers are blocked.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::pstn_blacklist::GetPstnBlackList;
///
/// let request = GetPstnBlackList { pstn_blacklist_phone: Some("79993330011".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"pstn_blacklist_phone=79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetPstnBlackList", roles = [Owner, Admin], response = GetPstnBlackListResponse, kind = read)]
pub struct GetPstnBlackList {
    /// The entry's id.
    pub pstn_blacklist_id: Option<u64>,
    /// The phone number of the entry in the international format (E.164), of at most 99 characters. No source states whether
    /// entries with regular expressions that match it are found too.
    #[param(max_len = 99)]
    pub pstn_blacklist_phone: Option<String>,
    /// The most entries to return.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many entries are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
}

/// The response of [`GetPstnBlackList`]: one page of entries.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPstnBlackListResponse {
    /// The entries of this page.
    pub result: Vec<PstnBlackListInfo>,
    /// How many entries there are in all.
    pub total_count: Option<u64>,
    /// How many entries this page holds.
    pub count: Option<u64>,
}

/// An entry of the PSTN blacklist.
///
/// Source: the structure `PstnBlackListInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PstnBlackListInfo {
    /// The entry's id.
    pub pstn_blacklist_id: Option<u64>,
    /// The phone number, or the regular expression of phone numbers.
    pub pstn_blacklist_phone: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetPstnBlackList {
    type Item = PstnBlackListInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetPstnBlackListResponse) -> (Vec<PstnBlackListInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
