//! `NewPhoneInfo`.

use vox_api::phone_numbers::NewPhoneInfo;
use vox_core::{Decimal, Record as _};

use super::amount;
use crate::catalog::phone_regions::PhoneRegion;
use crate::catalog::prices::Prices;
use crate::catalog::subscriptions::MONTH;

/// A phone number on offer.
pub(crate) fn phone_offer(id: u64, number: &str, region: &PhoneRegion, prices: &Prices) -> NewPhoneInfo {
    let mut record = NewPhoneInfo::blank();
    record.phone_id = Some(id);
    record.phone_number = Some(number.to_owned());
    record.phone_price = amount(prices.subscription(region.template));
    record.phone_installation_price = amount(region.template.installation);
    record.phone_country_code = Some(region.country.code.to_owned());
    record.phone_period = Some(MONTH.into());
    record.phone_category_name = Some(region.category.name.to_owned());
    record.phone_region_name = Some(region.name.english.to_owned());
    record.phone_installation_tax_reserve = Some(Decimal::ZERO);
    record.phone_tax_reserve = Some(Decimal::ZERO);
    record
}
