//! Regions of phone numbers.

use vox_core::PeriodText;
use vox_core::prelude::*;

use super::PhoneVerificationStatus;
use crate::types::RegulationAddressType;

/// A region with phone numbers on offer, and their prices.
///
/// Some sources declare the prices as integers; they are read as decimals. No source states the currency of the amounts for
/// taxes.
///
/// Source: the structure `PhoneNumberCountryRegionInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PhoneNumberCountryRegionInfo {
    /// The region's id.
    pub phone_region_id: Option<u64>,
    /// The region's name.
    pub phone_region_name: Option<String>,
    /// The area code.
    pub phone_region_code: Option<String>,
    /// How many phone numbers are on offer.
    pub phone_count: Option<u64>,
    /// The status of the account's verification.
    pub verification_status: Option<PhoneVerificationStatus>,
    /// The verification that the account needs: a country, `RU`.
    pub required_verification: Option<String>,
    /// How long a period of the rent is: `0-1-0 0:0:0` is one month.
    pub phone_period: Option<PeriodText>,
    /// Whether an address must be proved.
    pub is_need_regulation_address: Option<bool>,
    /// The address that must be proved.
    pub regulation_address_type: Option<RegulationAddressType>,
    /// Whether the phone numbers support text messages.
    pub is_sms_supported: Option<bool>,
    /// The prices if several phone numbers are rented together.
    pub multiple_numbers_price: Vec<MultipleNumbersPrice>,
    /// The country's name in the language of the request.
    pub localized_country_name: Option<String>,
    /// The category's name in the language of the request.
    pub localized_phone_category_name: Option<String>,
    /// The region's name in the language of the request.
    pub localized_phone_region_name: Option<String>,
    /// The amount reserved for the tax on the price paid once.
    pub phone_installation_tax_reserve: Option<Decimal>,
    /// The amount reserved for the tax on the price of each period.
    pub phone_tax_reserve: Option<Decimal>,
    /// The price of each period, in `local_currency`.
    pub local_price: Option<Decimal>,
    /// The price paid once, at the start, in `local_currency`.
    pub local_installation_price: Option<Decimal>,
    /// The currency of the local prices.
    pub local_currency: Option<String>,
    /// The price of each period, in `account_currency`.
    pub account_price: Option<Decimal>,
    /// The price paid once, at the start, in `account_currency`.
    pub account_installation_price: Option<Decimal>,
    /// The currency of the account.
    pub account_currency: Option<String>,
}

/// The prices if several phone numbers are rented together.
///
/// Source: the structure `MultipleNumbersPrice`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct MultipleNumbersPrice {
    /// How many phone numbers are rented together.
    pub count: Option<u64>,
    /// The amount reserved for the tax on the price paid once.
    pub installation_tax_reserve: Option<Decimal>,
    /// The amount reserved for the tax on the price of each period.
    pub tax_reserve: Option<Decimal>,
    /// The price of each period, in `local_currency`.
    pub local_price: Option<Decimal>,
    /// The price paid once, at the start, in `local_currency`.
    pub local_installation_price: Option<Decimal>,
    /// The currency of the local prices.
    pub local_currency: Option<String>,
    /// The price of each period, in `account_currency`.
    pub account_price: Option<Decimal>,
    /// The price paid once, at the start, in `account_currency`.
    pub account_installation_price: Option<Decimal>,
    /// The currency of the account.
    pub account_currency: Option<String>,
}
