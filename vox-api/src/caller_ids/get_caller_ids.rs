//! `GetCallerIDs`: lists the account's caller IDs.
//!
//! Roles: Owner, Admin. Source: the method `GetCallerIDs` of the API's section CallerIDs.

use vox_core::prelude::*;

/// Lists the account's caller IDs.
///
/// ```
/// use vox_api::caller_ids::{CallerIdsOrderBy, GetCallerIds};
/// use vox_api::prelude::*;
///
/// let request = GetCallerIds {
///     active: Some(true),
///     order_by: Some(CallerIdsOrderBy::VerifiedUntil),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"active=true&order_by=verified_until");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCallerIDs", roles = [Owner, Admin], response = GetCallerIdsResponse, kind = read)]
#[doc(alias = "GetCallerIDs")]
pub struct GetCallerIds {
    /// The caller ID's id.
    pub callerid_id: Option<u64>,
    /// The phone number.
    pub callerid_number: Option<String>,
    /// Only caller IDs that are active, or only those that are not.
    pub active: Option<bool>,
    /// The sort key.
    pub order_by: Option<CallerIdsOrderBy>,
    /// The most caller IDs to return.
    pub count: Option<u64>,
    /// How many caller IDs are skipped.
    pub offset: Option<u64>,
}

/// The sort key of caller IDs.
///
/// Source: `order_by` of `GetCallerIDs`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum CallerIdsOrderBy {
    /// By the phone numbers.
    CallerNumber,
    /// By the day on which the verification ends.
    VerifiedUntil,
    /// An order that this list does not have.
    Other(String),
}

/// The response of [`GetCallerIds`]: one page of caller IDs.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCallerIdsResponse {
    /// The caller IDs of this page.
    pub result: Vec<CallerIdInfo>,
    /// How many caller IDs there are in all.
    pub total_count: Option<u64>,
    /// How many caller IDs this page holds.
    pub count: Option<u64>,
}

/// A caller ID of the account.
///
/// Source: the structure `CallerIDInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallerIdInfo {
    /// The caller ID's id.
    pub callerid_id: Option<u64>,
    /// The phone number.
    pub callerid_number: Option<String>,
    /// Whether it is active.
    pub active: Option<bool>,
    /// How many attempts to enter the code are left.
    pub code_entering_attempts_left: Option<u64>,
    /// How many phone calls with the code are left.
    pub verification_call_attempts_left: Option<u64>,
    /// The day until which it is verified.
    pub verified_until: Option<Date>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetCallerIds {
    type Item = CallerIdInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetCallerIdsResponse) -> (Vec<CallerIdInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
