//! `GetPhoneNumbers`: lists the account's phone numbers.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer. Source: the method `GetPhoneNumbers` of the API's
//! section PhoneNumbers.

use vox_core::prelude::*;

use super::{PhoneVerificationStatus, SandboxFilter};
use crate::types::Application;

/// Lists the account's phone numbers.
///
/// ```
/// use vox_api::phone_numbers::GetPhoneNumbers;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// let request = GetPhoneNumbers { is_bound_to_application: Some(false), ..Default::default() };
/// let mut phones = request.items(&client);
/// while let Some(phone) = phones.next().await {
///     let phone = phone?;
///     println!("{:?} costs {:?}", phone.phone_number, phone.phone_price);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumbers",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = GetPhoneNumbersResponse,
    kind = read,
)]
pub struct GetPhoneNumbers {
    /// The phone numbers.
    #[param(one_of)]
    pub phone: Option<PhoneFilter>,
    /// The statuses of the activation.
    pub activation_status: Option<Vec<PhoneActivationStatus>>,
    /// The application. The newest sources take several, separated by semicolons.
    #[param(one_of)]
    pub application: Option<Application>,
    /// Only phone numbers that are bound to an application, or only those that are not.
    pub is_bound_to_application: Option<bool>,
    /// A part of the phone numbers.
    pub phone_template: Option<String>,
    /// The countries: two letters each.
    pub country_code: Option<Vec<String>>,
    /// The category. The newest sources take several, separated by semicolons.
    pub phone_category_name: Option<String>,
    /// Only phone numbers that were canceled, or only those that were not.
    pub canceled: Option<bool>,
    /// Only phone numbers that were deactivated, or only those that were not.
    pub deactivated: Option<bool>,
    /// Only phone numbers that are paid automatically, or only those that are not.
    pub auto_charge: Option<bool>,
    /// The first day of the next payment.
    #[param(at_most = to_phone_next_renewal)]
    pub from_phone_next_renewal: Option<Date>,
    /// The last day of the next payment.
    pub to_phone_next_renewal: Option<Date>,
    /// The earliest time at which the rent began, UTC.
    #[param(at_most = to_phone_purchase_date)]
    pub from_phone_purchase_date: Option<Timestamp>,
    /// The latest time at which the rent began, UTC.
    pub to_phone_purchase_date: Option<Timestamp>,
    /// The ids of the child accounts.
    pub child_account_id: Option<IdList>,
    /// Whether only the phone numbers of child accounts are returned.
    pub children_phones_only: Option<bool>,
    /// The verification that the phone numbers need: `RU`.
    pub verification_name: Option<String>,
    /// The statuses of the verification.
    pub verification_status: Option<Vec<PhoneVerificationStatus>>,
    /// The first day until which phone numbers are kept without the verification.
    #[param(at_most = to_unverified_hold_until)]
    pub from_unverified_hold_until: Option<Date>,
    /// The last day until which phone numbers are kept without the verification.
    pub to_unverified_hold_until: Option<Date>,
    /// Only phone numbers that can be used, or only those that cannot.
    pub can_be_used: Option<bool>,
    /// The sort key.
    pub order_by: Option<PhoneNumbersOrderBy>,
    /// Whether phone numbers of the vendor's sandbox are returned.
    pub sandbox: Option<SandboxFilter>,
    /// The most phone numbers to return.
    pub count: Option<u64>,
    /// How many phone numbers are skipped.
    pub offset: Option<u64>,
    /// The names of the regions.
    pub phone_region_name: Option<Vec<String>>,
    /// The ids of the routing rules.
    pub rule_id: Option<Vec<u64>>,
    /// The names of the routing rules, which are unique in an application.
    #[param(needs = application)]
    pub rule_name: Option<Vec<String>>,
    /// Only phone numbers that are bound to a routing rule, or only those that are not.
    pub is_bound_to_rule: Option<bool>,
    /// Only phone numbers that support text messages, or only those that do not. Newer sources of the vendor no longer have
    /// it.
    pub sms_supported: Option<bool>,
}

/// Phone numbers that a list is limited to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "phone")]
pub enum PhoneFilter {
    /// By ids.
    Id(Vec<u64>),
    /// By the numbers themselves.
    Number(Vec<String>),
}

/// The status of the activation of a phone number.
///
/// The vendor does not describe the statuses; the descriptions here are derived from the names.
///
/// Source: `activation_status` of `GetPhoneNumbers`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PhoneActivationStatus {
    /// It is active.
    Active,
    /// It is being activated.
    Activating,
    /// It was deactivated.
    Deactivated,
    /// The operator is preparing it.
    Provisioning,
    /// It is a business phone number that is not configured yet.
    AwaitingBusinessPhoneNumberConfiguration,
    /// The owner has as many phone numbers as the law allows.
    LegalOwnershipLimitReached,
    /// The owner declined it in Gosuslugi, the portal of the Russian state.
    GosuslugiDeclined,
    /// The owner has forbidden new contracts.
    SelfBanEnabled,
    /// A status that this list does not have.
    Other(String),
}

/// The sort key of phone numbers.
///
/// Source: `order_by` of `GetPhoneNumbers`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PhoneNumbersOrderBy {
    /// By the numbers themselves.
    PhoneNumber,
    /// By price.
    PhonePrice,
    /// By country.
    PhoneCountryCode,
    /// By whether they were deactivated.
    Deactivated,
    /// By the time at which the rent began.
    PurchaseDate,
    /// By the day of the next payment.
    PhoneNextRenewal,
    /// By the status of the verification.
    VerificationStatus,
    /// By the day until which they are kept without the verification.
    UnverifiedHoldUntil,
    /// By the verification that they need.
    VerificationName,
    /// An order that this list does not have.
    Other(String),
}

/// The response of [`GetPhoneNumbers`]: one page of phone numbers.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumbersResponse {
    /// The phone numbers of this page.
    pub result: Vec<AttachedPhoneInfo>,
    /// How many phone numbers there are in all.
    pub total_count: Option<u64>,
    /// How many phone numbers this page holds.
    pub count: Option<u64>,
}

/// A phone number of the account.
///
/// Source: the structure `AttachedPhoneInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AttachedPhoneInfo {
    /// The phone number's id.
    pub phone_id: Option<u64>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The price of each period. No source states its currency.
    pub phone_price: Option<Decimal>,
    /// The country: two letters.
    pub phone_country_code: Option<String>,
    /// The status of the activation; see [`PhoneActivationStatus`].
    pub activation_status: Option<String>,
    /// The day of the next payment.
    pub phone_next_renewal: Option<Date>,
    /// When the rent began. No source states the time zone.
    pub phone_purchase_date: Option<DateTime>,
    /// Whether it was deactivated.
    pub deactivated: Option<bool>,
    /// Whether it was canceled.
    pub canceled: Option<bool>,
    /// Whether it is paid automatically.
    pub auto_charge: Option<bool>,
    /// The id of the application that it is bound to.
    pub application_id: Option<u64>,
    /// The name of the application that it is bound to.
    pub application_name: Option<String>,
    /// The id of the routing rule that it is bound to.
    pub rule_id: Option<u64>,
    /// The name of the routing rule that it is bound to.
    pub rule_name: Option<String>,
    /// The category.
    pub category_name: Option<String>,
    /// The verification that the account needs: a country.
    pub required_verification: Option<String>,
    /// The status of the account's verification.
    pub verification_status: Option<PhoneVerificationStatus>,
    /// The day until which it is kept without the verification.
    pub unverified_hold_until: Option<Date>,
    /// Whether it can be used.
    pub can_be_used: Option<bool>,
    /// Whether it supports text messages.
    pub is_sms_supported: Option<bool>,
    /// Whether text messages are enabled.
    pub is_sms_enabled: Option<bool>,
    /// The URL that incoming text messages are sent to.
    pub incoming_sms_callback_url: Option<String>,
    /// Whether emergency calls are going to be enabled.
    pub emergency_calls_to_be_enabled: Option<bool>,
    /// Whether emergency calls are enabled.
    pub emergency_calls_enabled: Option<bool>,
    /// The subscription's id.
    pub subscription_id: Option<u64>,
    /// The full name of the application: `myapp.myaccount.n1.voximplant.com`.
    pub extended_application_name: Option<String>,
    /// The name of the region.
    pub phone_region_name: Option<String>,
    /// When it was last changed, UTC.
    pub modified: Option<Timestamp>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetPhoneNumbers {
    type Item = AttachedPhoneInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetPhoneNumbersResponse) -> (Vec<AttachedPhoneInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
