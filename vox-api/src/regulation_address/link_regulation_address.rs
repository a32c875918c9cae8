//! The method `LinkRegulationAddress`.

use vox_core::prelude::*;

/// Links the proof of an address to a phone number.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "LinkRegulationAddress",
    roles = [Owner, Admin, Accountant, Payer],
    response = LinkRegulationAddressResponse,
    kind = write,
    ack = none,
)]
pub struct LinkRegulationAddress {
    /// The proof of the address.
    pub regulation_address_id: u64,
    /// A phone number.
    #[param(one_of)]
    pub phone: Phone,
}

/// The response of [`LinkRegulationAddress`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct LinkRegulationAddressResponse {
    /// The result.
    pub result: bool,
}

/// A phone number.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Phone {
    /// By id.
    Id(u64),
    /// By number.
    Number(String),
}
