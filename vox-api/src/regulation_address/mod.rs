//! Regulation addresses: proofs of address, which the law of some countries requires of whoever rents a phone number.
//!
#![doc = include_str!("../../docs/regulation_address.md")]
//!
//! [`GetRegions`] states whether a region's phone numbers need a proof of address, and of which type.
//! [`GetAvailableRegulations`] lists the proofs that fit, [`LinkRegulationAddress`] links one to a phone number that is rented
//! already:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::regulation_address::{GetAvailableRegulations, LinkRegulationAddress, PhoneToLink};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let available =
//!     GetAvailableRegulations::builder().country_code("DE").phone_category_name("GEOGRAPHIC").send(client).await?;
//! let proof = available.available_address.first().and_then(|address| address.regulation_address_id);
//!
//! let phone = PhoneToLink::Number("4930123456".into());
//! let regulation_address_id = proof.ok_or("no proof of address fits")?;
//! let linked = LinkRegulationAddress { regulation_address_id, phone }.send(client).await?;
//! println!("{}", linked.result);
//! # Ok(())
//! # }
//! ```
//!
//! When a phone number is rented, `AttachPhoneNumber` of the section Phone numbers takes the id of the proof. No source lists a
//! method that creates one, so this is done in the vendor's control panel. [`GetZipCodes`] lists the postal codes for the
//! address.

mod types;

pub use types::{RegulationAddress, RegulationAddressState, RegulationSalutation};

vox_core::methods! {
    link_regulation_address { LinkRegulationAddress, LinkRegulationAddressResponse, PhoneToLink }
    get_zip_codes { GetZipCodes, GetZipCodesResponse, ZipCode }
    get_regulations_address { GetRegulationsAddress, GetRegulationsAddressResponse }
    get_available_regulations { GetAvailableRegulations, GetAvailableRegulationsResponse }
    get_countries { GetCountries, GetCountriesResponse, RegulationCountry }
    get_regions { GetRegions, GetRegionsResponse, RegulationRegionRecord }
}
