//! Types that several methods of the section share.

mod regulation_address;

pub use regulation_address::{RegulationAddress, RegulationAddressState, RegulationSalutation};
