//! Types that several methods share.

mod account_info;
mod country_code;
mod language_code;

pub use account_info::{AccountInfo, BankCardBillingLimitInfo, BillingLimitInfo, BillingLimits};
pub use country_code::CountryCode;
pub use language_code::LanguageCode;
