//! `GetPhoneNumberCountryStates`: lists the states of a country with phone numbers on offer.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetPhoneNumberCountryStates` of the API's section
//! PhoneNumbers.

use vox_core::prelude::*;

use crate::types::COUNTRY;

/// Lists the states of a country with phone numbers on offer.
///
/// ```
/// use vox_api::phone_numbers::GetPhoneNumberCountryStates;
/// use vox_api::prelude::*;
///
/// let request =
///     GetPhoneNumberCountryStates::builder().country_code("US").phone_category_name("GEOGRAPHIC").build();
/// assert_eq!(request.to_form().as_bytes(), b"country_code=US&phone_category_name=GEOGRAPHIC");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumberCountryStates",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetPhoneNumberCountryStatesResponse,
    kind = read,
)]
pub struct GetPhoneNumberCountryStates {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: String,
    /// The category, from [`GetPhoneNumberCategories`](super::GetPhoneNumberCategories).
    pub phone_category_name: String,
    /// The state.
    pub country_state: Option<String>,
}

/// The response of [`GetPhoneNumberCountryStates`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumberCountryStatesResponse {
    /// The states.
    pub result: Vec<PhoneNumberCountryStateInfo>,
}

/// A state of a country.
///
/// Source: the structure `PhoneNumberCountryStateInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PhoneNumberCountryStateInfo {
    /// The state's code, a parameter of other methods.
    pub country_state: Option<String>,
    /// The state's name.
    pub country_state_name: Option<String>,
}
