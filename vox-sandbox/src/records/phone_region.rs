//! `PhoneNumberCountryRegionInfo`.

use vox_api::phone_numbers::{CatalogLocale, PhoneNumberCountryRegionInfo};
use vox_core::{Decimal, Record as _};

use super::amount;
use super::phone_verification::PhoneVerification;
use crate::catalog::phone_regions::{LocalizedName, PhoneRegion};
use crate::catalog::prices::Prices;
use crate::catalog::rates::DOLLAR;
use crate::catalog::subscriptions::MONTH;
use crate::state::account::Account;

/// A name in the language of a request, which is English by default.
pub(crate) fn localized(name: &LocalizedName, locale: Option<&CatalogLocale>) -> String {
    match locale {
        Some(CatalogLocale::Ru) => name.russian.to_owned(),
        _ => name.english.to_owned(),
    }
}

/// A region in which this many phone numbers are on offer.
pub(crate) fn phone_region(
    region: &PhoneRegion,
    phone_count: u64,
    account: &Account,
    prices: &Prices,
    locale: Option<&CatalogLocale>,
) -> PhoneNumberCountryRegionInfo {
    let mut record = PhoneNumberCountryRegionInfo::blank();
    record.phone_region_id = Some(region.id);
    record.phone_region_name = Some(region.name.english.to_owned());
    record.phone_region_code = Some(region.code.to_owned());
    record.phone_count = Some(phone_count);
    if let Some(verification) = PhoneVerification::of(region, account) {
        record.verification_status = Some(verification.status);
        record.required_verification = Some(verification.name.to_owned());
    }
    record.phone_period = Some(MONTH.into());
    record.is_need_regulation_address = Some(false);
    record.is_sms_supported = Some(region.is_sms_supported);
    record.localized_country_name = Some(localized(&region.country.name, locale));
    record.localized_phone_category_name = Some(localized(&region.category.localized, locale));
    record.localized_phone_region_name = Some(localized(&region.name, locale));
    record.phone_installation_tax_reserve = Some(Decimal::ZERO);
    record.phone_tax_reserve = Some(Decimal::ZERO);
    record.local_price = amount(prices.subscription(region.template));
    record.local_installation_price = amount(region.template.installation);
    record.local_currency = Some(DOLLAR.to_owned());
    record.account_price.clone_from(&record.local_price);
    record.account_installation_price.clone_from(&record.local_installation_price);
    record.account_currency = Some(account.money.currency.clone());
    record
}
