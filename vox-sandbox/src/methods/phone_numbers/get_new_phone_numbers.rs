//! `GetNewPhoneNumbers`.

use vox_api::phone_numbers::{GetNewPhoneNumbers, GetNewPhoneNumbersResponse};
use vox_core::Record as _;

use super::{mask, offers, place};
use crate::auth::Caller;
use crate::catalog::phone_regions::PhoneRegion;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::page;
use crate::methods::{Context, Handler};
use crate::records::phone_offer::phone_offer;

impl Handler for GetNewPhoneNumbers {
    fn handle(self, _: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let rented = offers::rented(context.accounts);
        let mut response = GetNewPhoneNumbersResponse::blank();
        response.count = Some(0);
        response.total_count = Some(0);
        // Without a region, those are listed that are set aside for the account: none.
        if let Some(region) = region(&self)? {
            let mut found = offers::on_offer(region, &rented);
            found.retain(|(_, number)| {
                self.phone_number_mask.as_ref().is_none_or(|mask| mask::matches(mask, number))
            });
            response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
                .map(|(id, number)| phone_offer(*id, number, region, context.prices))
                .collect();
            response.count = u64::try_from(response.result.len()).ok();
            response.total_count = u64::try_from(found.len()).ok();
        }
        Ok(response)
    }
}

fn region(request: &GetNewPhoneNumbers) -> Result<Option<&'static PhoneRegion>, ApiError> {
    let state = request.country_state.as_deref();
    match (&request.country_code, &request.phone_category_name, request.phone_region_id) {
        (Some(country), Some(category), Some(id)) => place::region(country, category, state, id).map(Some),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use vox_core::Decimal;

    use super::*;
    use crate::methods::phone_numbers::tests::renting;
    use crate::methods::tests::{call, call_in};

    fn new_york() -> GetNewPhoneNumbers {
        GetNewPhoneNumbers {
            country_code: Some("US".into()),
            phone_category_name: Some("GEOGRAPHIC".into()),
            phone_region_id: Some(7),
            ..Default::default()
        }
    }

    fn numbers(response: &GetNewPhoneNumbersResponse) -> Vec<&str> {
        response.result.iter().filter_map(|offer| offer.phone_number.as_deref()).collect()
    }

    #[test]
    fn numbers_are_paged_and_masked() {
        let all = call(new_york()).unwrap();
        assert_eq!((all.count, all.total_count), (Some(1000), Some(1000)));
        let page = GetNewPhoneNumbers { count: Some(2), offset: Some(998), ..new_york() };
        assert_eq!(numbers(&call(page).unwrap()), ["12125550998", "12125550999"]);
        let masked =
            GetNewPhoneNumbers { phone_number_mask: Some("*77".into()), count: Some(1), ..new_york() };
        let masked = call(masked).unwrap();
        assert_eq!(numbers(&masked), ["12125550077"]);
        assert_eq!((masked.count, masked.total_count), (Some(1), Some(10)));
        let beyond = call(GetNewPhoneNumbers { offset: Some(u64::MAX), ..new_york() }).unwrap();
        assert_eq!((beyond.count, beyond.total_count), (Some(0), Some(1000)));
    }

    #[test]
    fn an_offer_has_the_price_of_its_subscription() {
        let toll_free = GetNewPhoneNumbers {
            country_code: Some("RU".into()),
            phone_category_name: Some("TOLLFREE".into()),
            phone_region_id: Some(2),
            count: Some(1),
            ..Default::default()
        };
        let offer = call(toll_free).unwrap().result.remove(0);
        assert_eq!(offer.phone_number.as_deref(), Some("78005550000"));
        assert_eq!(
            (offer.phone_price, offer.phone_installation_price),
            (Some(1500.into()), Some(3000.into()))
        );
        assert_eq!(offer.phone_tax_reserve, Some(Decimal::ZERO));
        assert_eq!(offer.phone_period.unwrap().to_string(), "0-1-0 0:0:0");
    }

    #[test]
    fn rented_numbers_are_not_on_offer() {
        let mut accounts = renting(&["12125550000", "12125550002"]);
        let page = GetNewPhoneNumbers { count: Some(2), ..new_york() };
        let response = call_in(&mut accounts, page).unwrap();
        assert_eq!(numbers(&response), ["12125550001", "12125550003"]);
        assert_eq!(response.total_count, Some(998));
    }

    #[test]
    fn without_a_region_nothing_is_set_aside() {
        let response = call(GetNewPhoneNumbers::default()).unwrap();
        assert_eq!((response.result.len(), response.count, response.total_count), (0, Some(0), Some(0)));
        assert_eq!(call(GetNewPhoneNumbers { phone_region_id: Some(9), ..new_york() }), Err(241));
    }
}
