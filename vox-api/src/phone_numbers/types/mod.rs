//! Types that several methods of the section share.

mod catalog_locale;
mod phone_number_country_region_info;
mod phone_verification_status;
mod phones_or_all;
mod sandbox_filter;

pub use catalog_locale::CatalogLocale;
pub use phone_number_country_region_info::{MultipleNumbersPrice, PhoneNumberCountryRegionInfo};
pub use phone_verification_status::PhoneVerificationStatus;
pub use phones_or_all::PhonesOrAll;
pub use sandbox_filter::SandboxFilter;
