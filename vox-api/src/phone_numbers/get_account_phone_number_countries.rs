//! `GetAccountPhoneNumberCountries`: lists the countries of the account's phone numbers.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, Verification. Source: the method
//! `GetAccountPhoneNumberCountries` of the API's section PhoneNumbers.

use vox_core::prelude::*;

/// Lists the countries of the account's phone numbers.
///
/// ```
/// use vox_api::phone_numbers::GetAccountPhoneNumberCountries;
/// use vox_api::prelude::*;
///
/// let request = GetAccountPhoneNumberCountries { application_id: Some(vec![7, 8]) };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7%3B8");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAccountPhoneNumberCountries",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, other("Verification")],
    response = GetAccountPhoneNumberCountriesResponse,
    kind = read,
)]
pub struct GetAccountPhoneNumberCountries {
    /// The ids of the applications that the phone numbers are bound to.
    pub application_id: Option<Vec<u64>>,
}

/// The response of [`GetAccountPhoneNumberCountries`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountPhoneNumberCountriesResponse {
    /// The countries: two letters each.
    pub result: Vec<String>,
}
