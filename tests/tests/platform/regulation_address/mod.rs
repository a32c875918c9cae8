//! The section `RegulationAddress`.

vox_core::methods! {
    link_regulation_address { LinkRegulationAddress, LinkRegulationAddressResponse, Phone }
}
