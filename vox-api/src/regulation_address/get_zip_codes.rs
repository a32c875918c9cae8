//! `GetZIPCodes`: lists the postal codes of a country.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `GetZIPCodes` of the API's section RegulationAddress.

use vox_core::prelude::*;

use crate::types::COUNTRY;

/// Lists the cities and postal codes of a country, for addresses.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::regulation_address::GetZipCodes;
///
/// let request = GetZipCodes::builder().country_code("DE").phone_region_code("30").count(100).build();
/// assert_eq!(request.to_form().as_bytes(), b"country_code=DE&phone_region_code=30&count=100");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetZIPCodes",
    roles = [Owner, Admin, Accountant],
    response = GetZipCodesResponse,
    kind = read,
)]
#[doc(alias = "GetZIPCodes")]
pub struct GetZipCodes {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: String,
    /// The area code, from [`GetRegions`](super::GetRegions).
    pub phone_region_code: Option<String>,
    /// The most postal codes to return.
    pub count: Option<u64>,
    /// How many postal codes are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetZipCodes`]: one page of postal codes.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetZipCodesResponse {
    /// The postal codes of this page.
    pub result: Vec<ZipCode>,
    /// How many postal codes this page holds.
    pub count: Option<u64>,
}

/// A postal code.
///
/// Source: the structure `ZipCode`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ZipCode {
    /// The city.
    pub city: Option<String>,
    /// The postal code.
    pub zip_code: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetZipCodes {
    type Item = ZipCode;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetZipCodesResponse) -> (Vec<ZipCode>, Option<u64>) {
        (response.result, None)
    }
}
