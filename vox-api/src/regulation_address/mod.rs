//! Regulation addresses.
//!
#![doc = include_str!("../../docs/regulation_address.md")]

vox_core::methods! {
    link_regulation_address { LinkRegulationAddress, LinkRegulationAddressResponse, Phone }
}
