//! `GetCountries`: lists the countries that addresses may be in.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetCountries` of the API's section RegulationAddress.

use vox_core::prelude::*;

use crate::types::COUNTRY;

/// Lists the countries that addresses may be in.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::regulation_address::GetCountries;
///
/// let request = GetCountries { country_code: Some("DE".into()) };
/// assert_eq!(request.to_form().as_bytes(), b"country_code=DE");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCountries",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetCountriesResponse,
    kind = read,
)]
pub struct GetCountries {
    /// The country: two letters (ISO 3166-1 alpha-2). Without it, all countries are returned.
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: Option<String>,
}

/// The response of [`GetCountries`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCountriesResponse {
    /// The countries.
    pub result: Vec<RegulationCountry>,
    /// How many countries the response holds.
    pub count: Option<u64>,
}

/// A country that addresses may be in.
///
/// Source: the structure `RegulationCountry`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RegulationCountry {
    /// The country: two letters.
    pub country_code: Option<String>,
    /// The country's name.
    pub country_name: Option<String>,
}
