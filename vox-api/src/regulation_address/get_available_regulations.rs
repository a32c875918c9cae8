//! `GetAvailableRegulations`: lists the proofs of address that fit phone numbers.
//!
//! Roles: Owner, Accountant. Source: the method `GetAvailableRegulations` of the API's section RegulationAddress.

use vox_core::prelude::*;

use super::RegulationAddress;
use crate::types::COUNTRY;

/// Lists the account's proofs of address that fit the phone numbers of a category and a region.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::regulation_address::GetAvailableRegulations;
///
/// let request = GetAvailableRegulations::builder()
///     .country_code("DE")
///     .phone_category_name("GEOGRAPHIC")
///     .phone_region_code("30")
///     .build();
/// let form = "country_code=DE&phone_category_name=GEOGRAPHIC&phone_region_code=30";
/// assert_eq!(request.to_form().as_bytes(), form.as_bytes());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAvailableRegulations",
    roles = [Owner, Accountant],
    response = GetAvailableRegulationsResponse,
    kind = read,
)]
pub struct GetAvailableRegulations {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: String,
    /// The category: `GEOGRAPHIC`, from `GetPhoneNumberCategories` of the section Phone numbers.
    pub phone_category_name: String,
    /// The area code, from [`GetRegions`](super::GetRegions).
    pub phone_region_code: Option<String>,
}

/// The response of [`GetAvailableRegulations`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAvailableRegulationsResponse {
    /// Whether a proof fits, or none is needed. If it is false, a proof must be created first.
    pub result: bool,
    /// The proofs that fit.
    pub available_address: Vec<RegulationAddress>,
    /// How many proofs are being checked.
    pub count_in_progress: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::GetAvailableRegulations;
    use vox_core::MethodExt;

    #[test]
    fn false_is_a_result() {
        let json = r#"{"result": false, "available_address": [], "count_in_progress": 1}"#;
        let response = GetAvailableRegulations::from_http(http::Response::new(json)).unwrap();
        assert_eq!((response.result, response.count_in_progress), (false, Some(1)));
    }
}
