//! `GetPhoneNumberRegions`: lists the regions of a country with phone numbers on offer.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetPhoneNumberRegions` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use super::{CatalogLocale, PhoneNumberCountryRegionInfo};
use crate::types::COUNTRY;

/// Lists the regions of a country with phone numbers on offer, and their prices.
///
/// ```
/// use vox_api::phone_numbers::GetPhoneNumberRegions;
/// use vox_api::prelude::*;
///
/// let request =
///     GetPhoneNumberRegions::builder().country_code("US").phone_category_name("GEOGRAPHIC").omit_empty(true).build();
/// assert_eq!(request.to_form().as_bytes(), b"country_code=US&phone_category_name=GEOGRAPHIC&omit_empty=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumberRegions",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetPhoneNumberRegionsResponse,
    kind = read,
)]
pub struct GetPhoneNumberRegions {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: String,
    /// The category, from [`GetPhoneNumberCategories`](super::GetPhoneNumberCategories).
    pub phone_category_name: String,
    /// The state of the country, from [`GetPhoneNumberCountryStates`](super::GetPhoneNumberCountryStates).
    pub country_state: Option<String>,
    /// Whether regions without phone numbers are left out.
    pub omit_empty: Option<bool>,
    /// The region's id.
    pub phone_region_id: Option<u64>,
    /// The region's name.
    pub phone_region_name: Option<String>,
    /// A part of the area code.
    pub phone_region_code: Option<String>,
    /// The language of the localized names.
    pub locale: Option<CatalogLocale>,
}

/// The response of [`GetPhoneNumberRegions`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumberRegionsResponse {
    /// The regions.
    pub result: Vec<PhoneNumberCountryRegionInfo>,
}
