//! `GetRegulationsAddress`: lists the account's proofs of address.
//!
//! Roles: Owner, Admin, Accountant, Payer, PayerNoVerify. Source: the method `GetRegulationsAddress` of the API's section
//! RegulationAddress.

use vox_core::prelude::*;

use super::RegulationAddress;
use crate::types::COUNTRY;

/// Lists the account's proofs of address, and states which of them are accepted.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::regulation_address::GetRegulationsAddress;
///
/// let request = GetRegulationsAddress {
///     country_code: Some("DE".into()),
///     verified: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"country_code=DE&verified=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetRegulationsAddress",
    roles = [Owner, Admin, Accountant, Payer, PayerNoVerify],
    response = GetRegulationsAddressResponse,
    kind = read,
)]
pub struct GetRegulationsAddress {
    /// The country of the phone numbers: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY)]
    pub country_code: Option<String>,
    /// The category of the phone numbers: `GEOGRAPHIC`, from `GetPhoneNumberCategories` of the section Phone numbers.
    pub phone_category_name: Option<String>,
    /// The area code of the phone numbers, from [`GetRegions`](super::GetRegions).
    pub phone_region_code: Option<String>,
    /// The proof's id.
    pub regulation_address_id: Option<u64>,
    /// Only proofs that are accepted, or only those that are not.
    pub verified: Option<bool>,
    /// Only proofs that are being checked, or only those that are not.
    pub in_progress: Option<bool>,
    /// The id of the verification. Newer sources of the vendor no longer have it.
    pub verification_id: Option<u64>,
    /// Whether `phone_region_code` is returned. Newer sources of the vendor no longer have it.
    pub with_region_code: Option<bool>,
}

/// The response of [`GetRegulationsAddress`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRegulationsAddressResponse {
    /// The proofs of address.
    pub result: Vec<RegulationAddress>,
    /// How many proofs the response holds.
    pub count: Option<u64>,
}
