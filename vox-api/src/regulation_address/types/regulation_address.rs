//! Proofs of address.

use vox_core::prelude::*;

/// A proof of address.
///
/// Source: the structure `RegulationAddress`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RegulationAddress {
    /// The proof's id.
    pub regulation_address_id: Option<u64>,
    /// The proof's id at the provider of the phone numbers.
    pub external_id: Option<String>,
    /// The country of the phone numbers: two letters.
    pub country_code: Option<String>,
    /// The category of the phone numbers.
    pub phone_category_name: Option<String>,
    /// Whether the owner is a man, a woman or a company.
    pub salutation: Option<RegulationSalutation>,
    /// The name of the company.
    pub company: Option<String>,
    /// The first name of the owner.
    pub first_name: Option<String>,
    /// The last name of the owner.
    pub last_name: Option<String>,
    /// The country of the owner: two letters.
    pub owner_country_code: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The postal code.
    pub zip_code: Option<String>,
    /// The street.
    pub street: Option<String>,
    /// The number of the building.
    pub builder_number: Option<String>,
    /// The letter of the building, if its number has one.
    pub builder_latter: Option<String>,
    /// How far the check of the proof is.
    pub status: Option<RegulationAddressState>,
    /// Why the proof was declined.
    pub reject_message: Option<String>,
    /// The area code of the phone numbers. Only one of the vendor's SDKs has it.
    pub phone_region_code: Option<String>,
}

/// The salutation of the owner of an address.
///
/// Source: `salutation` of the structure `RegulationAddress`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum RegulationSalutation {
    /// A man.
    Mr,
    /// A woman.
    Ms,
    /// A company.
    Company,
    /// A salutation that this list does not have.
    Other(String),
}

/// How far the check of a proof of address is.
///
/// Source: `status` of the structure `RegulationAddress`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum RegulationAddressState {
    /// It is being checked.
    InProgress,
    /// It is accepted.
    Verified,
    /// It was declined.
    Declined,
    /// A state that this list does not have.
    Other(String),
}
