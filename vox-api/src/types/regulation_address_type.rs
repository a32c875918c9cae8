//! Types of addresses.

use vox_core::prelude::*;

/// The address that a customer must prove to rent a phone number.
///
/// The vendor does not describe the values; the descriptions here are derived from the names.
///
/// Source: `regulation_address_type` of the structures `PhoneNumberCountryRegionInfoType` and `RegulationRegionRecord`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum RegulationAddressType {
    /// An address in the region of the phone number.
    Local,
    /// An address in the country of the phone number.
    National,
    /// Any address.
    Worldwide,
    /// A type that this list does not have.
    Other(String),
}
