//! The method `AttachPhoneNumber`.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::types::VerificationStatus;

/// Buys phone numbers, either certain ones or any of a region.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AttachPhoneNumber",
    roles = [Owner, Admin, Accountant],
    response = AttachPhoneNumberResponse,
    kind = write,
    money = true,
    checks = [WHICH],
)]
pub struct AttachPhoneNumber {
    /// The country.
    #[param(min_len = 2, max_len = 2, check = COUNTRY, all_of = "region")]
    pub country_code: Option<String>,
    /// The category of the phone number.
    #[param(all_of = "region")]
    pub phone_category_name: Option<String>,
    /// The region of the phone number.
    #[param(all_of = "region")]
    pub phone_region_id: Option<u64>,
    /// Which phone numbers are bought.
    #[param(one_of)]
    pub numbers: Option<Numbers>,
    /// The state of the country.
    pub country_state: Option<String>,
    /// The proof of the address.
    pub regulation_address_id: Option<u64>,
    /// Whether the verification is required.
    pub force_verification: Option<bool>,
}

/// The response of [`AttachPhoneNumber`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AttachPhoneNumberResponse {
    /// The phone numbers that were bought.
    pub phone_numbers: Vec<NewAttachedPhoneInfo>,
}

/// Which phone numbers are bought.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(prefix = "phone")]
pub enum Numbers {
    /// This many of the region.
    Count(u64),
    /// These phone numbers.
    Number(Vec<String>),
}

/// A phone number that was bought.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct NewAttachedPhoneInfo {
    /// The id of the phone number.
    pub phone_id: Option<u64>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The country whose verification is required.
    pub required_verification: Option<String>,
    /// The status of the verification.
    pub verification_status: Option<VerificationStatus>,
    /// The day until which the phone number is kept without verification.
    pub unverified_hold_until: Option<Date>,
}

/// Two letters, ISO 3166-1 alpha-2.
const COUNTRY: rules::Check =
    rules::Check::new("ISO 3166-1 alpha-2", "must be the two letters of a country", |text| {
        text.bytes().all(|byte| byte.is_ascii_alphabetic())
    });

const WHICH: RequestCheck<AttachPhoneNumber> = RequestCheck::new(
    "which",
    "must be given unless certain phone numbers are bought",
    &["country_code", "numbers"],
    |request| request.country_code.is_some() || matches!(request.numbers, Some(Numbers::Number(_))),
);
