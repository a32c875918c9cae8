//! `GetPhoneNumberRegions` and `GetActualPhoneNumberRegion`.

use vox_api::phone_numbers::{
    GetActualPhoneNumberRegion, GetActualPhoneNumberRegionResponse, GetPhoneNumberRegions,
    GetPhoneNumberRegionsResponse,
};
use vox_core::Record as _;

use super::{offers, place};
use crate::auth::Caller;
use crate::catalog::phone_regions::PhoneRegion;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::check_known;
use crate::methods::{Context, Handler};
use crate::records::phone_region::phone_region;

impl Handler for GetPhoneNumberRegions {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.locale, ApiError::invalid_param(496, "locale"))?;
        let (country, category) = (&self.country_code, &self.phone_category_name);
        let state = self.country_state.as_deref();
        if let Some(id) = self.phone_region_id {
            place::region(country, category, state, id)?;
        }
        let regions = place::regions(country, category, state)?;
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let rented = offers::rented(context.accounts);
        let omit_empty = self.omit_empty.unwrap_or(false);
        let mut response = GetPhoneNumberRegionsResponse::blank();
        response.result = regions
            .into_iter()
            .filter(|region| matches(&self, region))
            .map(|region| (region, offers::count(region, &rented)))
            .filter(|(_, count)| *count > 0 || !omit_empty)
            .map(|(region, count)| phone_region(region, count, account, context.prices, self.locale.as_ref()))
            .collect();
        Ok(response)
    }
}

fn matches(request: &GetPhoneNumberRegions, region: &PhoneRegion) -> bool {
    let name = request.phone_region_name.as_ref();
    let code = request.phone_region_code.as_ref();
    request.phone_region_id.is_none_or(|id| id == region.id)
        && name.is_none_or(|name| name == region.name.english)
        && code.is_none_or(|part| region.code.contains(part.as_str()))
}

impl Handler for GetActualPhoneNumberRegion {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.locale, ApiError::invalid_param(496, "locale"))?;
        let state = self.country_state.as_deref();
        let region =
            place::region(&self.country_code, &self.phone_category_name, state, self.phone_region_id)?;
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let count = offers::count(region, &offers::rented(context.accounts));
        let mut response = GetActualPhoneNumberRegionResponse::blank();
        response.result = Some(phone_region(region, count, account, context.prices, self.locale.as_ref()));
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::Date;
    use vox_api::phone_numbers::{CatalogLocale, PhoneVerificationStatus};
    use vox_core::Decimal;

    use super::*;
    use crate::methods::phone_numbers::tests::renting;
    use crate::methods::tests::{CHILD, call, call_in};
    use crate::state::phone::Phone;

    fn of(country: &str, category: &str) -> GetPhoneNumberRegions {
        GetPhoneNumberRegions::builder().country_code(country).phone_category_name(category).build()
    }

    fn ids(request: GetPhoneNumberRegions) -> Result<Vec<u64>, u32> {
        Ok(call(request)?.result.into_iter().filter_map(|region| region.phone_region_id).collect())
    }

    #[test]
    fn regions_are_filtered() {
        let us = || of("US", "GEOGRAPHIC");
        assert_eq!(ids(us()), Ok(vec![6, 7, 8]));
        assert_eq!(ids(GetPhoneNumberRegions { country_state: Some("NY".into()), ..us() }), Ok(vec![7, 8]));
        assert_eq!(ids(GetPhoneNumberRegions { phone_region_id: Some(7), ..us() }), Ok(vec![7]));
        assert_eq!(ids(GetPhoneNumberRegions { phone_region_id: Some(1), ..us() }), Err(241));
        let named = |name: &str| GetPhoneNumberRegions { phone_region_name: Some(name.into()), ..us() };
        assert_eq!((ids(named("New York")), ids(named("New"))), (Ok(vec![7]), Ok(vec![])));
        assert_eq!(
            ids(GetPhoneNumberRegions { phone_region_code: Some("21".into()), ..us() }),
            Ok(vec![6, 7])
        );
        assert_eq!(ids(of("US", "TOLLFREE")), Err(240));
        assert_eq!(ids(GetPhoneNumberRegions { locale: Some(CatalogLocale::other("DE")), ..us() }), Err(496));
    }

    #[test]
    fn a_region_has_prices_and_the_verification_of_the_account() {
        let moscow = call(of("RU", "GEOGRAPHIC")).unwrap().result.remove(0);
        assert_eq!(moscow.required_verification.as_deref(), Some("RU"));
        assert_eq!(moscow.verification_status, Some(PhoneVerificationStatus::Required));
        assert_eq!(
            (moscow.account_price, moscow.local_price),
            (Some(Decimal::new(35, 1)), Some(Decimal::new(35, 1)))
        );
        let toll_free = GetPhoneNumberRegions { locale: Some(CatalogLocale::Ru), ..of("RU", "TOLLFREE") };
        let toll_free = call(toll_free).unwrap().result.remove(0);
        assert_eq!(toll_free.account_installation_price, Some(3000.into()));
        assert_eq!(toll_free.localized_phone_region_name.as_deref(), Some("Россия"));
        assert_eq!(toll_free.phone_region_name.as_deref(), Some("Russia"));
        let sofia = call(of("BG", "GEOGRAPHIC")).unwrap().result.remove(0);
        assert_eq!((sofia.required_verification, sofia.verification_status), (None, None));
        assert_eq!(sofia.account_price, Some(Decimal::new(293_855, 3)));
    }

    #[test]
    fn rented_numbers_do_not_count() {
        let mut accounts = renting(&["442079460000", "442079460999"]);
        let request = GetActualPhoneNumberRegion::builder()
            .country_code("GB")
            .phone_category_name("GEOGRAPHIC")
            .phone_region_id(3);
        let london = call_in(&mut accounts, request.build()).unwrap().result.unwrap();
        assert_eq!((london.phone_count, london.phone_region_code.as_deref()), (Some(998), Some("20")));
        let regions = call_in(&mut accounts, of("GB", "GEOGRAPHIC")).unwrap().result;
        assert_eq!([&regions[0], &regions[1]].map(|region| region.phone_count), [Some(998), Some(1000)]);
    }

    #[test]
    fn regions_without_numbers_are_left_out_on_request() {
        let mut accounts = renting(&[]);
        // Also those that another account rents.
        let phone = |(id, number)| Phone::new(id, number, Decimal::ONE, Date::MAX, Timestamp::UNIX_EPOCH);
        let sofia = place::region("BG", "GEOGRAPHIC", None, 5).unwrap();
        accounts.get_mut(CHILD).unwrap().phones = sofia.numbers().map(phone).collect();
        let all = call_in(&mut accounts, of("BG", "GEOGRAPHIC")).unwrap().result;
        assert_eq!((all.len(), all[0].phone_count), (1, Some(0)));
        let request = GetPhoneNumberRegions { omit_empty: Some(true), ..of("BG", "GEOGRAPHIC") };
        assert_eq!(call_in(&mut accounts, request).unwrap().result, []);
    }
}
