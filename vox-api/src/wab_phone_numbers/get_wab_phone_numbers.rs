//! `GetWABPhoneNumbers`: lists the account's WhatsApp Business phone numbers.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer. Source: the method `GetWABPhoneNumbers` of the API's
//! section WABPhoneNumbers.

use vox_core::prelude::*;

use crate::types::{Application, COUNTRY};

/// Lists the account's WhatsApp Business phone numbers.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::Application;
/// use vox_api::wab_phone_numbers::GetWabPhoneNumbers;
///
/// let request = GetWabPhoneNumbers {
///     application: Some(Application::Name("ivr".into())),
///     country_code: Some("US".into()),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"application_name=ivr&country_code=US");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetWABPhoneNumbers",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = GetWabPhoneNumbersResponse,
    kind = read,
)]
#[doc(alias = "GetWABPhoneNumbers")]
pub struct GetWabPhoneNumbers {
    /// The phone number.
    pub wab_phone_number: Option<String>,
    /// The application that the phone numbers are bound to.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: Option<String>,
    /// The most phone numbers to return.
    pub count: Option<u64>,
    /// How many phone numbers are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetWabPhoneNumbers`]: one page of phone numbers.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetWabPhoneNumbersResponse {
    /// The phone numbers of this page.
    pub result: Vec<WabPhoneInfo>,
    /// How many phone numbers there are in all.
    pub total_count: Option<u64>,
    /// How many phone numbers this page holds.
    pub count: Option<u64>,
}

/// A WhatsApp Business phone number of the account.
///
/// Source: the structure `WABPhoneInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct WabPhoneInfo {
    /// The phone number.
    pub wab_phone_number: Option<String>,
    /// The country: two letters.
    pub country_code: Option<String>,
    /// The id of the application that it is bound to.
    pub application_id: Option<u64>,
    /// The name of the application that it is bound to.
    pub application_name: Option<String>,
    /// The id of the routing rule that it is bound to.
    pub rule_id: Option<u64>,
    /// The name of the routing rule that it is bound to.
    pub rule_name: Option<String>,
    /// The full name of the application: `myapp.myaccount.n1.voximplant.com`.
    pub extended_application_name: Option<String>,
    /// The description of the phone number.
    pub description: Option<String>,
    /// When it was added, UTC.
    pub created: Option<Timestamp>,
    /// When it was last changed, UTC.
    pub modified: Option<Timestamp>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetWabPhoneNumbers {
    type Item = WabPhoneInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetWabPhoneNumbersResponse) -> (Vec<WabPhoneInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
