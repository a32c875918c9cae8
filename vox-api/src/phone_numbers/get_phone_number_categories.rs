//! `GetPhoneNumberCategories`: lists the countries and categories of phone numbers on offer.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetPhoneNumberCategories` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use super::{CatalogLocale, SandboxFilter};

/// Lists the countries with phone numbers on offer, and their categories.
///
/// ```
/// use vox_api::phone_numbers::{CatalogLocale, GetPhoneNumberCategories};
/// use vox_api::prelude::*;
///
/// let request = GetPhoneNumberCategories {
///     country_code: Some(vec!["US".into(), "GB".into()]),
///     locale: Some(CatalogLocale::En),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"country_code=US%3BGB&locale=EN");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumberCategories",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetPhoneNumberCategoriesResponse,
    kind = read,
)]
pub struct GetPhoneNumberCategories {
    /// The countries: two letters each.
    pub country_code: Option<Vec<String>>,
    /// Whether phone numbers of the vendor's sandbox are returned.
    pub sandbox: Option<SandboxFilter>,
    /// The language of the localized names.
    pub locale: Option<CatalogLocale>,
}

/// The response of [`GetPhoneNumberCategories`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumberCategoriesResponse {
    /// The countries.
    pub result: Vec<PhoneNumberCountryInfo>,
}

/// A country with phone numbers on offer.
///
/// Source: the structure `PhoneNumberCountryInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PhoneNumberCountryInfo {
    /// The country: two letters.
    pub country_code: Option<String>,
    /// The country's name in the language of the request.
    pub localized_country_name: Option<String>,
    /// The country's calling code: `1`.
    pub phone_prefix: Option<String>,
    /// Whether [`GetNewPhoneNumbers`](super::GetNewPhoneNumbers) lists the phone numbers.
    pub can_list_phone_numbers: Option<bool>,
    /// The categories.
    pub phone_categories: Vec<PhoneNumberCountryCategoryInfo>,
    /// Whether emergency calls are going to be enabled.
    pub emergency_calls_to_be_enabled: Option<bool>,
}

/// A category of the phone numbers of a country.
///
/// Source: the structure `PhoneNumberCountryCategoryInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PhoneNumberCountryCategoryInfo {
    /// The category's name, a parameter of other methods.
    pub phone_category_name: Option<String>,
    /// Whether the country has states, from [`GetPhoneNumberCountryStates`](super::GetPhoneNumberCountryStates).
    pub country_has_states: Option<bool>,
    /// The country's name in the language of the request.
    pub localized_country_name: Option<String>,
    /// The category's name in the language of the request.
    pub localized_phone_category_name: Option<String>,
    /// The region's name in the language of the request.
    pub localized_phone_region_name: Option<String>,
}
