//! `AttachPhoneNumber`.

use std::collections::HashSet;

use vox_api::phone_numbers::{
    AttachPhoneNumber, AttachPhoneNumberResponse, NewAttachedPhoneInfo, NumbersToAttach,
    PhoneVerificationStatus,
};
use vox_core::{Decimal, Record as _};

use super::{offers, place};
use crate::auth::Caller;
use crate::catalog::phone_regions::{PhoneRegion, REGIONS};
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::records::phone_verification::PhoneVerification;
use crate::state::account::Account;
use crate::state::phone::Phone;

const OCCUPIED: ApiError = ApiError::new(182, "Occupied phone number");
const VERIFICATION_REQUIRED: ApiError = ApiError::new(281, "Account verification required");
const VERIFICATION_IN_PROGRESS: ApiError = ApiError::new(282, "Account verification in progress");
const NONE_ON_OFFER: ApiError = ApiError::new(331, "No phones in the stock");
const NO_ADDRESS_NEEDED: ApiError =
    ApiError::new(531, "This phone category does not require a regulation address.");

/// A phone number on offer and its region.
type Offer = (String, &'static PhoneRegion);

impl Handler for AttachPhoneNumber {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let region = region(&self)?;
        // No region of the catalog needs one.
        if self.regulation_address_id.is_some() {
            return Err(NO_ADDRESS_NEEDED.into());
        }
        let offers = offers(self.numbers.as_ref(), region, &offers::rented(context.accounts))?;
        let prices = offers.iter().map(|(_, region)| {
            context.prices.subscription(region.template).saturating_add(region.template.installation)
        });
        let total = prices.fold(Decimal::ZERO, Decimal::saturating_add);
        let account = context.account(caller)?;
        if self.force_verification.unwrap_or(false) {
            check_verified(&offers, account)?;
        }
        account.money.spend(total)?;
        let rented: Vec<_> = offers.into_iter().map(|offer| (context.accounts.new_id(), offer)).collect();
        let (now, prices) = (context.now, context.prices);
        let account = context.account(caller)?;
        let mut response = AttachPhoneNumberResponse::blank();
        for (id, (number, region)) in rented {
            response.phone_numbers.push(rented_phone(id, &number, region, account));
            account.phones.push(Phone::rented(id, number, prices.subscription(region.template), now));
        }
        Ok(response)
    }
}

fn region(request: &AttachPhoneNumber) -> Result<Option<&'static PhoneRegion>, ApiError> {
    let state = request.country_state.as_deref();
    match (&request.country_code, &request.phone_category_name, request.phone_region_id) {
        (Some(country), Some(category), Some(id)) => place::region(country, category, state, id).map(Some),
        _ => Ok(None),
    }
}

/// The phone numbers that the request is for, each once.
fn offers(
    numbers: Option<&NumbersToAttach>,
    region: Option<&'static PhoneRegion>,
    rented: &HashSet<&str>,
) -> Result<Vec<Offer>, ApiError> {
    let count = match numbers {
        Some(NumbersToAttach::Number(numbers)) => return given(numbers, region, rented),
        Some(NumbersToAttach::Count(count)) => *count,
        None => 1,
    };
    // The declaration requires a region or phone numbers.
    let region = region.ok_or_else(|| ApiError::invalid_param(241, "phone_region_id"))?;
    if count == 0 {
        return Err(ApiError::invalid_param(243, "phone_count"));
    }
    let mut found = offers::on_offer(region, rented);
    match usize::try_from(count) {
        _ if found.is_empty() => Err(NONE_ON_OFFER),
        Ok(count) if count <= found.len() => {
            found.truncate(count);
            Ok(found.into_iter().map(|(_, number)| (number, region)).collect())
        }
        _ => {
            let message = format!("Insufficient phones in the stock, available {}", found.len());
            Err(ApiError { code: 332, message: message.into() })
        }
    }
}

/// All of these phone numbers must be on offer, in the region if there is one.
fn given(
    numbers: &[String],
    region: Option<&'static PhoneRegion>,
    rented: &HashSet<&str>,
) -> Result<Vec<Offer>, ApiError> {
    let mut offers: Vec<Offer> = Vec::new();
    for number in numbers {
        let found = REGIONS.iter().find(|region| region.has(number));
        let found = found.filter(|found| region.is_none_or(|region| region.id == found.id));
        let found = found.ok_or(ApiError::INVALID_PHONE_NUMBER)?;
        if rented.contains(number.as_str()) {
            return Err(OCCUPIED);
        }
        if !offers.iter().any(|(offered, _)| offered == number) {
            offers.push((number.clone(), found));
        }
    }
    Ok(offers)
}

fn check_verified(offers: &[Offer], account: &Account) -> Result<(), ApiError> {
    for verification in offers.iter().filter_map(|(_, region)| PhoneVerification::of(region, account)) {
        match verification.status {
            PhoneVerificationStatus::Verified => {}
            PhoneVerificationStatus::InProgress => return Err(VERIFICATION_IN_PROGRESS),
            _ => return Err(VERIFICATION_REQUIRED),
        }
    }
    Ok(())
}

fn rented_phone(id: u64, number: &str, region: &PhoneRegion, account: &Account) -> NewAttachedPhoneInfo {
    let mut record = NewAttachedPhoneInfo::blank();
    record.phone_id = Some(id);
    record.phone_number = Some(number.to_owned());
    if let Some(verification) = PhoneVerification::of(region, account) {
        record.required_verification = Some(verification.name.to_owned());
        record.verification_status = Some(verification.status);
        record.unverified_hold_until = verification.hold_until;
    }
    record
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use vox_accounts::VerificationStatus;

    use super::*;
    use crate::methods::phone_numbers::tests::{rent, renting};
    use crate::methods::tests::{CHILD, PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn count(country: &str, region: u64, count: Option<u64>) -> AttachPhoneNumber {
        AttachPhoneNumber {
            country_code: Some(country.into()),
            phone_category_name: Some("GEOGRAPHIC".into()),
            phone_region_id: Some(region),
            numbers: count.map(NumbersToAttach::Count),
            ..Default::default()
        }
    }

    fn numbers(response: &AttachPhoneNumberResponse) -> Vec<&str> {
        response.phone_numbers.iter().filter_map(|phone| phone.phone_number.as_deref()).collect()
    }

    /// The balance, and how many phone numbers there are.
    fn state(accounts: &Accounts) -> (Decimal, usize) {
        let account = accounts.get(PARENT).unwrap();
        (account.money.live().normalize(), account.phones.len())
    }

    #[test]
    fn numbers_are_rented_by_count() {
        let mut accounts = renting(&["12125550001"]);
        assert_eq!(
            numbers(&call_in(&mut accounts, count("US", 7, Some(2))).unwrap()),
            ["12125550000", "12125550002"]
        );
        assert_eq!(numbers(&call_in(&mut accounts, count("US", 7, None)).unwrap()), ["12125550003"]);
        assert_eq!(state(&accounts), (Decimal::from(7), 4));
        let phone = &accounts.get(PARENT).unwrap().phones[1];
        assert_eq!((phone.price, phone.auto_charge), (Decimal::from(1), true));
        assert_eq!(phone.next_renewal, date(2026, 2, 10));
    }

    #[test]
    fn certain_numbers_are_rented_once() {
        let mut accounts = renting(&[]);
        let request = rent(&["442079460005", "12125550009", "442079460005"]);
        let response = call_in(&mut accounts, request).unwrap();
        assert_eq!(numbers(&response), ["442079460005", "12125550009"]);
        assert_eq!(state(&accounts), (Decimal::new(78, 1), 2));
        let ids: Vec<_> = accounts.get(PARENT).unwrap().phones.iter().map(|phone| Some(phone.id)).collect();
        assert!(response.phone_numbers.iter().map(|phone| phone.phone_id).eq(ids));
    }

    #[test]
    fn the_installation_and_the_first_month_are_paid() {
        let mut accounts = renting(&[]);
        let toll_free = rent(&["78005550000"]);
        accounts.get_mut(PARENT).unwrap().money.fixed = 4499.into();
        assert_eq!(call_in(&mut accounts, toll_free.clone()), Err(127));
        assert_eq!(state(&accounts), (4499.into(), 0));
        accounts.get_mut(PARENT).unwrap().money.fixed = 4500.into();
        call_in(&mut accounts, toll_free).unwrap();
        assert_eq!(state(&accounts), (Decimal::ZERO, 1));
        assert_eq!(accounts.get(PARENT).unwrap().phones[0].price, 1500.into());
    }

    #[test]
    fn nothing_is_rented_without_enough_money_for_all() {
        let mut accounts = renting(&[]);
        assert_eq!(call_in(&mut accounts, count("US", 7, Some(11))), Err(127));
        assert_eq!(state(&accounts), (Decimal::TEN, 0));
        call_in(&mut accounts, count("US", 7, Some(10))).unwrap();
        assert_eq!(state(&accounts), (Decimal::ZERO, 10));
    }

    #[test]
    fn only_numbers_on_offer_are_rented() {
        let mut accounts = renting(&["12125550000"]);
        let moved = accounts.get_mut(PARENT).unwrap().phones.remove(0);
        accounts.get_mut(CHILD).unwrap().phones.push(moved);
        let in_london = AttachPhoneNumber { numbers: rent(&["12125550001"]).numbers, ..count("GB", 3, None) };
        let cases = [
            (rent(&["12125550001", "79993330011"]), 121),
            (rent(&["12125550001", "12125550000"]), 182),
            (in_london, 121),
            (count("US", 7, Some(0)), 243),
            (count("US", 7, Some(1000)), 332),
            (count("US", 7, Some(u64::MAX)), 332),
            (count("US", 1, None), 241),
            (count("FR", 7, None), 239),
            (AttachPhoneNumber { country_state: Some("CA".into()), ..count("US", 7, None) }, 241),
            (AttachPhoneNumber { regulation_address_id: Some(1), ..count("US", 7, None) }, 531),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(state(&accounts), (Decimal::TEN, 0));
    }

    #[test]
    fn a_region_can_be_rented_out() {
        let mut accounts = renting(&[]);
        accounts.get_mut(PARENT).unwrap().money.fixed = 1000.into();
        call_in(&mut accounts, count("US", 7, Some(1000))).unwrap();
        assert_eq!(call_in(&mut accounts, count("US", 7, None)), Err(331));
    }

    #[test]
    fn the_verification_of_the_account_is_stated() {
        let moscow = || count("RU", 1, None);
        let mut accounts = renting(&[]);
        let phone = call_in(&mut accounts, moscow()).unwrap().phone_numbers.remove(0);
        assert_eq!(phone.required_verification.as_deref(), Some("RU"));
        assert_eq!(phone.verification_status, Some(PhoneVerificationStatus::Required));
        assert_eq!(phone.unverified_hold_until, Some(date(2026, 2, 9)));

        let mut forced = |status| {
            accounts.get_mut(PARENT).unwrap().verifications[0].status = status;
            call_in(&mut accounts, AttachPhoneNumber { force_verification: Some(true), ..moscow() })
        };
        assert_eq!(forced(VerificationStatus::Required), Err(281));
        assert_eq!(forced(VerificationStatus::InProgress), Err(282));
        let phone = forced(VerificationStatus::Verified).unwrap().phone_numbers.remove(0);
        assert_eq!(phone.verification_status, Some(PhoneVerificationStatus::Verified));
        assert_eq!(phone.unverified_hold_until, None);
        let phone = call_in(&mut accounts, count("GB", 3, None)).unwrap().phone_numbers.remove(0);
        assert_eq!((phone.required_verification, phone.verification_status), (None, None));
    }
}
