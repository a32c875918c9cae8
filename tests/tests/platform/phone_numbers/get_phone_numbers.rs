//! The method `GetPhoneNumbers`.

use vox_core::prelude::*;

use super::types::VerificationStatus;
use crate::types::Application;

/// Lists the account's phone numbers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumbers",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = GetPhoneNumbersResponse,
    kind = read,
)]
pub struct GetPhoneNumbers {
    /// Phone numbers.
    #[param(one_of)]
    pub phone: Option<Phones>,
    /// The status of the activation.
    pub activation_status: Option<Vec<PhoneActivationStatus>>,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// Whether the phone number is bound to an application.
    pub is_bound_to_application: Option<bool>,
    /// A part of the phone numbers.
    pub phone_template: Option<String>,
    /// The countries.
    pub country_code: Option<Vec<String>>,
    /// The category of the phone number.
    pub phone_category_name: Option<String>,
    /// Whether the phone number was canceled.
    pub canceled: Option<bool>,
    /// Whether the phone number was deactivated.
    pub deactivated: Option<bool>,
    /// Whether the phone number is paid automatically.
    pub auto_charge: Option<bool>,
    /// The first day of the next payment.
    #[param(at_most = to_phone_next_renewal)]
    pub from_phone_next_renewal: Option<Date>,
    /// The last day of the next payment.
    pub to_phone_next_renewal: Option<Date>,
    /// The earliest time of the purchase.
    #[param(at_most = to_phone_purchase_date)]
    pub from_phone_purchase_date: Option<Timestamp>,
    /// The latest time of the purchase.
    pub to_phone_purchase_date: Option<Timestamp>,
    /// The child accounts.
    pub child_account_id: Option<IdList>,
    /// Whether only phone numbers of child accounts are listed.
    pub children_phones_only: Option<bool>,
    /// The name of the verification.
    pub verification_name: Option<String>,
    /// The status of the verification.
    pub verification_status: Option<Vec<VerificationStatus>>,
    /// The first day on which an unverified phone number is given up.
    #[param(at_most = to_unverified_hold_until)]
    pub from_unverified_hold_until: Option<Date>,
    /// The last day on which an unverified phone number is given up.
    pub to_unverified_hold_until: Option<Date>,
    /// Whether the phone number can be used.
    pub can_be_used: Option<bool>,
    /// The order.
    pub order_by: Option<PhoneNumbersOrderBy>,
    /// Whether phone numbers of the sandbox are listed.
    pub sandbox: Option<SandboxFilter>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The names of the regions.
    pub phone_region_name: Option<Vec<String>>,
    /// The rules.
    pub rule_id: Option<Vec<u64>>,
    /// The names of the rules.
    #[param(needs = application)]
    pub rule_name: Option<Vec<String>>,
    /// Whether the phone number is bound to a rule.
    pub is_bound_to_rule: Option<bool>,
    /// Whether the phone number supports text messages.
    pub sms_supported: Option<bool>,
}

/// The response of [`GetPhoneNumbers`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumbersResponse {
    /// The result.
    pub result: Vec<AttachedPhoneInfo>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
}

/// Phone numbers.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "phone")]
pub enum Phones {
    /// By ids.
    Id(Vec<u64>),
    /// By number.
    Number(Vec<String>),
}

/// The status of an activation.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PhoneActivationStatus {
    /// `ACTIVE`.
    Active,
    /// `ACTIVATING`.
    Activating,
    /// `DEACTIVATED`.
    Deactivated,
    /// `PROVISIONING`.
    Provisioning,
    /// `AWAITING_BUSINESS_PHONE_NUMBER_CONFIGURATION`.
    AwaitingBusinessPhoneNumberConfiguration,
    /// `LEGAL_OWNERSHIP_LIMIT_REACHED`.
    LegalOwnershipLimitReached,
    /// `GOSUSLUGI_DECLINED`.
    GosuslugiDeclined,
    /// `SELF_BAN_ENABLED`.
    SelfBanEnabled,
    /// A value that this version does not know.
    Other(String),
}

/// The order of phone numbers.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PhoneNumbersOrderBy {
    /// `phone_number`.
    PhoneNumber,
    /// `phone_price`.
    PhonePrice,
    /// `phone_country_code`.
    PhoneCountryCode,
    /// `deactivated`.
    Deactivated,
    /// `purchase_date`.
    PurchaseDate,
    /// `phone_next_renewal`.
    PhoneNextRenewal,
    /// `verification_status`.
    VerificationStatus,
    /// `unverified_hold_until`.
    UnverifiedHoldUntil,
    /// `verification_name`.
    VerificationName,
    /// A value that this version does not know.
    Other(String),
}

/// Which phone numbers are listed.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SandboxFilter {
    /// `all`.
    All,
    /// `true`.
    True,
    /// `false`.
    False,
    /// A value that this version does not know.
    Other(String),
}

/// A phone number of the account.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AttachedPhoneInfo {
    /// The id of the phone number.
    pub phone_id: Option<u64>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The price for each period.
    pub phone_price: Option<Decimal>,
    /// The country.
    pub phone_country_code: Option<String>,
    /// The status of the activation.
    pub activation_status: Option<String>,
    /// The day of the next payment.
    pub phone_next_renewal: Option<Date>,
    /// When the phone number was bought.
    pub phone_purchase_date: Option<DateTime>,
    /// Whether the phone number was deactivated.
    pub deactivated: Option<bool>,
    /// Whether the phone number was canceled.
    pub canceled: Option<bool>,
    /// Whether the phone number is paid automatically.
    pub auto_charge: Option<bool>,
    /// The application.
    pub application_id: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
    /// The id of the rule.
    pub rule_id: Option<u64>,
    /// The name of the rule.
    pub rule_name: Option<String>,
    /// The category.
    pub category_name: Option<String>,
    /// The country whose verification is required.
    pub required_verification: Option<String>,
    /// The status of the verification.
    pub verification_status: Option<VerificationStatus>,
    /// The day until which the phone number is kept without verification.
    pub unverified_hold_until: Option<Date>,
    /// Whether the phone number can be used.
    pub can_be_used: Option<bool>,
    /// Whether the phone number supports text messages.
    pub is_sms_supported: Option<bool>,
    /// Whether text messages are enabled.
    pub is_sms_enabled: Option<bool>,
    /// The address to which incoming text messages are sent.
    pub incoming_sms_callback_url: Option<String>,
    /// Whether emergency calls will be enabled.
    pub emergency_calls_to_be_enabled: Option<bool>,
    /// Whether emergency calls are enabled.
    pub emergency_calls_enabled: Option<bool>,
    /// The subscription.
    pub subscription_id: Option<u64>,
    /// The name of the application with that of its account and node.
    pub extended_application_name: Option<String>,
    /// The name of the region.
    pub phone_region_name: Option<String>,
    /// When it was changed.
    pub modified: Option<Timestamp>,
}

impl Paged for GetPhoneNumbers {
    type Item = AttachedPhoneInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: Self::Response) -> (Vec<Self::Item>, Option<u64>) {
        (response.result, response.total_count)
    }
}
