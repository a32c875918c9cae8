//! `GetNewPhoneNumbers`: lists phone numbers on offer.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `GetNewPhoneNumbers` of the API's section PhoneNumbers.

use vox_core::PeriodText;
use vox_core::prelude::*;

use crate::types::COUNTRY;

/// Lists the phone numbers on offer in a region.
///
/// A request has the country, the category and the region, or none of them: it then lists phone numbers that are already available
/// to the account. Older sources of the vendor require all three.
///
/// ```
/// use vox_api::phone_numbers::GetNewPhoneNumbers;
/// use vox_api::prelude::*;
///
/// let request = GetNewPhoneNumbers {
///     country_code: Some("US".into()),
///     phone_category_name: Some("GEOGRAPHIC".into()),
///     phone_region_id: Some(7),
///     phone_number_mask: Some("*777".into()),
///     ..Default::default()
/// };
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetNewPhoneNumbers",
    roles = [Owner, Admin, Accountant],
    response = GetNewPhoneNumbersResponse,
    kind = read,
)]
pub struct GetNewPhoneNumbers {
    /// The country: two letters (ISO 3166-1 alpha-2).
    #[param(min_len = 2, max_len = 2, check = COUNTRY, all_of = "region")]
    pub country_code: Option<String>,
    /// The category, from [`GetPhoneNumberCategories`](super::GetPhoneNumberCategories).
    #[param(all_of = "region")]
    pub phone_category_name: Option<String>,
    /// The region's id, from [`GetPhoneNumberRegions`](super::GetPhoneNumberRegions).
    #[param(all_of = "region")]
    pub phone_region_id: Option<u64>,
    /// The state of the country, from [`GetPhoneNumberCountryStates`](super::GetPhoneNumberCountryStates).
    pub country_state: Option<String>,
    /// The most phone numbers to return.
    pub count: Option<u64>,
    /// How many phone numbers are skipped.
    pub offset: Option<u64>,
    /// A pattern of the phone numbers, in which `*` is any text: `*777`.
    pub phone_number_mask: Option<String>,
}

/// The response of [`GetNewPhoneNumbers`]: one page of phone numbers.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetNewPhoneNumbersResponse {
    /// The phone numbers of this page.
    pub result: Vec<NewPhoneInfo>,
    /// How many phone numbers there are in all.
    pub total_count: Option<u64>,
    /// How many phone numbers this page holds.
    pub count: Option<u64>,
}

/// A phone number on offer, with its price.
///
/// No source states the currency of the prices. Some sources call the amounts for taxes integers; they are read as decimals.
///
/// Source: the structure `NewPhoneInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct NewPhoneInfo {
    /// The phone number's id.
    pub phone_id: Option<u64>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The price of each period.
    pub phone_price: Option<Decimal>,
    /// The price paid once, at the start.
    pub phone_installation_price: Option<Decimal>,
    /// The country: two letters.
    pub phone_country_code: Option<String>,
    /// How long a period of the rent is: `0-1-0 0:0:0` is one month.
    pub phone_period: Option<PeriodText>,
    /// The category.
    pub phone_category_name: Option<String>,
    /// The name of the region.
    pub phone_region_name: Option<String>,
    /// The amount reserved for the tax on the price paid once.
    pub phone_installation_tax_reserve: Option<Decimal>,
    /// The amount reserved for the tax on the price of each period.
    pub phone_tax_reserve: Option<Decimal>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetNewPhoneNumbers {
    type Item = NewPhoneInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetNewPhoneNumbersResponse) -> (Vec<NewPhoneInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
