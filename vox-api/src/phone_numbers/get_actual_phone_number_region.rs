//! `GetActualPhoneNumberRegion`: reads the present state of a region with phone numbers on offer.
//!
//! Roles: any. Source: the method `GetActualPhoneNumberRegion` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use super::{CatalogLocale, PhoneNumberCountryRegionInfo};
use crate::types::COUNTRY;

/// Reads the present state of a region with phone numbers on offer.
///
/// ```
/// use vox_api::phone_numbers::GetActualPhoneNumberRegion;
/// use vox_api::prelude::*;
///
/// let request = GetActualPhoneNumberRegion::builder()
///     .country_code("US")
///     .phone_category_name("GEOGRAPHIC")
///     .phone_region_id(7)
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"country_code=US&phone_category_name=GEOGRAPHIC&phone_region_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetActualPhoneNumberRegion", response = GetActualPhoneNumberRegionResponse, kind = read)]
pub struct GetActualPhoneNumberRegion {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: String,
    /// The category, from [`GetPhoneNumberCategories`](super::GetPhoneNumberCategories).
    pub phone_category_name: String,
    /// The region's id, from [`GetPhoneNumberRegions`](super::GetPhoneNumberRegions).
    pub phone_region_id: u64,
    /// The state of the country, from [`GetPhoneNumberCountryStates`](super::GetPhoneNumberCountryStates).
    pub country_state: Option<String>,
    /// The language of the localized names.
    pub locale: Option<CatalogLocale>,
}

/// The response of [`GetActualPhoneNumberRegion`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetActualPhoneNumberRegionResponse {
    /// The region.
    pub result: Option<PhoneNumberCountryRegionInfo>,
}
