//! `LinkRegulationAddress`: links a proof of address to a phone number.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `LinkRegulationAddress` of the API's section RegulationAddress.

use vox_core::prelude::*;

/// Links a proof of address to a phone number.
///
/// The sources spell the name of the method in two ways: most of the vendor's SDKs `LinkRegulationAddress`, the newest ones and
/// the reference `LinkregulationAddress`. Names of methods are case-sensitive, and it was not tried which name the API accepts.
/// The error code [103](vox_core::ErrorCode::UNKNOWN_COMMAND) means that it does not know the name.
///
/// The error code [424](vox_core::ErrorCode::REGULATION_ADDRESS_AND_REGION_MISMATCH) means that the proof does not fit the
/// region of the phone number, [531](vox_core::ErrorCode::REGULATION_ADDRESS_NOT_REQUIRED) that its category needs none.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::regulation_address::{LinkRegulationAddress, PhoneToLink};
///
/// let request = LinkRegulationAddress { regulation_address_id: 7, phone: PhoneToLink::Id(18) };
/// assert_eq!(request.to_form().as_bytes(), b"regulation_address_id=7&phone_id=18");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "LinkRegulationAddress",
    roles = [Owner, Admin, Accountant, Payer],
    response = LinkRegulationAddressResponse,
    kind = write,
    ack = none,
)]
#[doc(alias = "LinkregulationAddress")]
pub struct LinkRegulationAddress {
    /// The proof's id, from [`GetAvailableRegulations`](super::GetAvailableRegulations).
    pub regulation_address_id: u64,
    /// The phone number, which the account rents.
    #[param(one_of)]
    pub phone: PhoneToLink,
}

/// The phone number that a proof of address is linked to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "phone")]
pub enum PhoneToLink {
    /// By id.
    Id(u64),
    /// By the number itself.
    Number(String),
}

/// The response of [`LinkRegulationAddress`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct LinkRegulationAddressResponse {
    /// Whether the proof was linked.
    pub result: bool,
}
