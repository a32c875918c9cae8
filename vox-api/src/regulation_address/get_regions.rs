//! `GetRegions`: lists the regions of a country, and whether they need a proof of address.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `GetRegions` of the API's section RegulationAddress.

use vox_core::prelude::*;

use crate::types::{COUNTRY, RegulationAddressType};

/// Lists the regions of a country, and states whether their phone numbers need a proof of address.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::regulation_address::GetRegions;
///
/// let request =
///     GetRegions::builder().country_code("DE").phone_category_name("GEOGRAPHIC").city_name("Berl").build();
/// assert_eq!(request.to_form().as_bytes(), b"country_code=DE&phone_category_name=GEOGRAPHIC&city_name=Berl");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetRegions", roles = [Owner, Admin, Accountant], response = GetRegionsResponse, kind = read)]
pub struct GetRegions {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: String,
    /// The category: `GEOGRAPHIC`, from `GetPhoneNumberCategories` of the section Phone numbers.
    pub phone_category_name: String,
    /// A part of the name of the city.
    pub city_name: Option<String>,
    /// The most regions to return.
    pub count: Option<u64>,
    /// How many regions are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetRegions`]: one page of regions.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRegionsResponse {
    /// The regions of this page.
    pub result: Vec<RegulationRegionRecord>,
    /// How many regions this page holds.
    pub count: Option<u64>,
}

/// A region with phone numbers, and the proof of address that they need.
///
/// Source: the structure `RegulationRegionRecord`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RegulationRegionRecord {
    /// The region's id.
    pub phone_region_id: Option<u64>,
    /// The region's name.
    pub phone_region_name: Option<String>,
    /// The area code.
    pub phone_region_code: Option<String>,
    /// Whether an address must be proved.
    pub is_need_regulation_address: Option<bool>,
    /// The address that must be proved.
    pub regulation_address_type: Option<RegulationAddressType>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetRegions {
    type Item = RegulationRegionRecord;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetRegionsResponse) -> (Vec<RegulationRegionRecord>, Option<u64>) {
        (response.result, None)
    }
}
