//! `AttachPhoneNumber`: rents phone numbers.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `AttachPhoneNumber` of the API's section PhoneNumbers.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::PhoneVerificationStatus;
use crate::types::COUNTRY;

/// Rents phone numbers: some of a region, or certain ones.
///
/// Spends money. A request has the country, the category and the region, or the phone numbers. Without `numbers`, one phone
/// number of the region is rented.
///
/// The reference shows an error next to the phone numbers of a response, so some may be rented and others not. Such a response
/// is an error with the effect [`Unknown`](Effect::Unknown). [`GetPhoneNumbers`](super::GetPhoneNumbers) then shows what was rented,
/// also if a response was lost.
///
/// ```
/// use vox_api::phone_numbers::{AttachPhoneNumber, NumbersToAttach};
/// use vox_api::prelude::*;
///
/// let request = AttachPhoneNumber {
///     country_code: Some("US".into()),
///     phone_category_name: Some("GEOGRAPHIC".into()),
///     phone_region_id: Some(7),
///     numbers: Some(NumbersToAttach::Count(2)),
///     ..Default::default()
/// };
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AttachPhoneNumber",
    roles = [Owner, Admin, Accountant],
    response = AttachPhoneNumberResponse,
    kind = write,
    money = true,
    checks = [PLACE],
)]
pub struct AttachPhoneNumber {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY, all_of = "region")]
    pub country_code: Option<String>,
    /// The category, from [`GetPhoneNumberCategories`](super::GetPhoneNumberCategories).
    #[param(all_of = "region")]
    pub phone_category_name: Option<String>,
    /// The region's id, from [`GetPhoneNumberRegions`](super::GetPhoneNumberRegions).
    #[param(all_of = "region")]
    pub phone_region_id: Option<u64>,
    /// How many phone numbers are rented, or which.
    #[param(one_of)]
    pub numbers: Option<NumbersToAttach>,
    /// The state of the country, from [`GetPhoneNumberCountryStates`](super::GetPhoneNumberCountryStates).
    pub country_state: Option<String>,
    /// The id of the proof of the address, if the region needs one.
    pub regulation_address_id: Option<u64>,
    /// Whether the verification is required. Newer sources of the vendor no longer have it.
    pub force_verification: Option<bool>,
}

/// The phone numbers that are rented.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "numbers", prefix = "phone")]
pub enum NumbersToAttach {
    /// This many of the region.
    Count(u64),
    /// These, from [`GetNewPhoneNumbers`](super::GetNewPhoneNumbers).
    Number(Vec<String>),
}

/// The response of [`AttachPhoneNumber`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AttachPhoneNumberResponse {
    /// The phone numbers that were rented.
    pub phone_numbers: Vec<NewAttachedPhoneInfo>,
}

/// A phone number that was rented.
///
/// Source: the structure `NewAttachedPhoneInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct NewAttachedPhoneInfo {
    /// The phone number's id.
    pub phone_id: Option<u64>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The verification that the account needs: a country, `RU`.
    pub required_verification: Option<String>,
    /// How far the account's verification is.
    pub verification_status: Option<PhoneVerificationStatus>,
    /// The day until which the phone number is kept without the verification.
    pub unverified_hold_until: Option<Date>,
}

const PLACE: RequestCheck<AttachPhoneNumber> = RequestCheck::new(
    "place",
    "must be given unless certain phone numbers are rented",
    &["country_code", "numbers"],
    |request| request.country_code.is_some() || matches!(request.numbers, Some(NumbersToAttach::Number(_))),
);

#[cfg(test)]
mod tests {
    use super::{AttachPhoneNumber, NumbersToAttach};
    use vox_core::{Effect, ErrorCode, MethodExt};

    #[test]
    fn the_place_is_complete_or_the_phone_numbers_are_given() {
        let violations = |request: &AttachPhoneNumber| request.validate().unwrap_err().to_string();
        let count = AttachPhoneNumber { numbers: Some(NumbersToAttach::Count(1)), ..Default::default() };
        let place = "- `country_code` must be given unless certain phone numbers are rented";
        assert_eq!(violations(&count), place);
        assert_eq!(violations(&AttachPhoneNumber::default()), place);
        let country = AttachPhoneNumber { country_code: Some("U1".into()), ..count };
        assert!(violations(&country).contains("- `country_code` must be the two letters of a country"));
        assert!(violations(&country).contains("`phone_region_id`"));
        let numbers = Some(NumbersToAttach::Number(vec!["79993330011".into()]));
        assert!(AttachPhoneNumber { numbers, ..Default::default() }.validate().is_ok());
    }

    #[test]
    fn an_error_next_to_phone_numbers_leaves_open_which_are_rented() {
        let rented = r#"{"result": 1, "phone_numbers": [{"phone_id": 7}]}"#;
        let response = AttachPhoneNumber::from_http(http::Response::new(rented)).unwrap();
        assert_eq!(response.phone_numbers[0].phone_id, Some(7));
        let both =
            r#"{"phone_numbers": [{"phone_id": 7}], "error": {"code": 127, "msg": "Insufficient money"}}"#;
        let error = AttachPhoneNumber::from_http(http::Response::new(both)).unwrap_err();
        assert_eq!((error.code(), error.effect()), (Some(ErrorCode::new(127)), Effect::Unknown));
    }
}
