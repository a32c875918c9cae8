//! `GetSipWhiteList`: lists the networks that SIP calls are accepted from.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetSipWhiteList` of the API's section SIPWhiteList.

use vox_core::prelude::*;

/// Lists the entries of the SIP white list: the networks that SIP calls are accepted from.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_white_list::GetSipWhiteList;
///
/// let request = GetSipWhiteList { count: Some(50), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"count=50");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSipWhiteList",
    roles = [Owner, Admin, Developer],
    response = GetSipWhiteListResponse,
    kind = read,
)]
pub struct GetSipWhiteList {
    /// The entry's id.
    pub sip_whitelist_id: Option<u64>,
    /// The most entries to return.
    pub count: Option<u64>,
    /// How many entries are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetSipWhiteList`]: one page of entries.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSipWhiteListResponse {
    /// The entries of this page.
    pub result: Vec<SipWhiteListInfo>,
    /// How many entries there are in all.
    pub total_count: Option<u64>,
    /// How many entries this page holds.
    pub count: Option<u64>,
}

/// An entry of the SIP white list.
///
/// Source: the structure `SipWhiteListInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipWhiteListInfo {
    /// The entry's id.
    pub sip_whitelist_id: Option<u64>,
    /// The IPv4 network: `192.168.0.0/16`.
    pub sip_whitelist_network: Option<String>,
    /// The description.
    pub description: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSipWhiteList {
    type Item = SipWhiteListInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetSipWhiteListResponse) -> (Vec<SipWhiteListInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
