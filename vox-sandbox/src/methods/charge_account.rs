//! `ChargeAccount`.

use jiff::civil::Date;
use vox_accounts::{ChargeAccount, ChargeAccountResponse, ChargeAccountResult, ChargedPhone, Phones};
use vox_core::{Decimal, List, Record as _};

use super::filter::is_selected;
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::amount;
use crate::records::short_account_info::short_account_info;
use crate::state::account::Account;
use crate::state::phone::Phone;

impl Handler for ChargeAccount {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let today = context.today();
        let account = context.accounts.get_mut(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        check_known(&self.phone, account)?;
        let chosen = |phone: &&mut Phone| !phone.auto_charge && is_chosen(&self.phone, phone);
        let prices = account.phones.iter_mut().filter(chosen).map(|phone| phone.price);
        let total = prices.fold(Decimal::ZERO, Decimal::saturating_add);
        account.money.spend(total)?;
        let mut result = ChargeAccountResult::blank();
        result.charged_amount = amount(total);
        for phone in account.phones.iter_mut().filter(chosen) {
            phone.renew(today);
            result.phones.push(charged_phone(phone, today));
        }
        let mut response = ChargeAccountResponse::blank();
        response.result = Some(result);
        response.account_info = Some(short_account_info(account));
        Ok(response)
    }
}

/// Every phone number of the request must be one that the account pays for itself.
fn check_known(phones: &Phones, account: &Account) -> Result<(), ApiError> {
    let own = account.phones.iter().filter(|phone| !phone.auto_charge);
    let (known, otherwise) = match phones {
        Phones::Id(List::Of(ids)) => {
            let known = ids.iter().all(|id| own.clone().any(|phone| phone.id == *id));
            (known, ApiError::INVALID_PHONE_ID)
        }
        Phones::Number(List::Of(numbers)) => {
            let known = numbers.iter().all(|number| own.clone().any(|phone| phone.number == *number));
            (known, ApiError::INVALID_PHONE_NUMBER)
        }
        Phones::Id(List::All) | Phones::Number(List::All) => return Ok(()),
    };
    if known { Ok(()) } else { Err(otherwise) }
}

fn is_chosen(phones: &Phones, phone: &Phone) -> bool {
    match phones {
        Phones::Id(ids) => is_selected(Some(ids), &phone.id),
        Phones::Number(numbers) => is_selected(Some(numbers), &phone.number),
    }
}

fn charged_phone(phone: &Phone, today: Date) -> ChargedPhone {
    let mut charged = ChargedPhone::blank();
    charged.phone_id = phone.id;
    charged.phone_number = Some(phone.number.clone());
    charged.deactivated = Some(phone.is_frozen(today));
    charged.is_charged = Some(true);
    charged
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;

    /// An account with 10 dollars and numbers for 4 and 7.
    fn rich() -> Accounts {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = Decimal::TEN;
        account.phones = vec![phone(1, "100", 4, date(2025, 12, 1)), phone(2, "200", 7, date(2026, 1, 31))];
        accounts
    }

    fn phone(id: u64, number: &str, price: u32, next_renewal: Date) -> Phone {
        Phone::new(id, number.into(), price.into(), next_renewal, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_charge_moves_the_balance_and_the_renewal() {
        let mut accounts = rich();
        let response = call_in(&mut accounts, ChargeAccount { phone: Phones::Number("100".into()) }).unwrap();
        let result = response.result.unwrap();
        assert_eq!(result.charged_amount, Some(Decimal::from(4)));
        assert_eq!(result.phones[0].deactivated, Some(false));
        assert_eq!(response.account_info.unwrap().balance, Some(Decimal::from(6)));
        let account = accounts.get(PARENT).unwrap();
        assert_eq!(account.money.live(), Decimal::from(6));
        let renewals: Vec<_> = account.phones.iter().map(|phone| phone.next_renewal).collect();
        assert_eq!(renewals, [date(2026, 2, 10), date(2026, 1, 31)]);
    }

    #[test]
    fn nothing_is_charged_without_enough_money() {
        let mut accounts = rich();
        for phone in [Phones::Id(List::All), Phones::Number(List::All), Phones::Id([1, 2].into())] {
            assert_eq!(call_in(&mut accounts, ChargeAccount { phone }), Err(127));
        }
        assert_eq!(accounts.get(PARENT).unwrap().money.live(), Decimal::TEN);
        // A number that is given twice is charged once.
        let twice = ChargeAccount { phone: Phones::Id([2, 2].into()) };
        let info = call_in(&mut accounts, twice).unwrap().account_info.unwrap();
        assert_eq!(info.balance, Some(Decimal::from(3)));
    }

    #[test]
    fn unknown_numbers_are_rejected() {
        let mut accounts = rich();
        for (phone, code) in
            [(Phones::Id([1, 3].into()), 181), (Phones::Number(["100".into(), "300".into()].into()), 121)]
        {
            assert_eq!(call_in(&mut accounts, ChargeAccount { phone }), Err(code));
        }
        assert_eq!(accounts.get(PARENT).unwrap().money.live(), Decimal::TEN);
    }

    #[test]
    fn numbers_that_are_paid_automatically_are_not_charged() {
        let mut accounts = rich();
        accounts.get_mut(PARENT).unwrap().phones[1].auto_charge = true;
        for (phone, code) in [(Phones::Id([1, 2].into()), 181), (Phones::Number("200".into()), 121)] {
            assert_eq!(call_in(&mut accounts, ChargeAccount { phone }), Err(code));
        }
        let all = call_in(&mut accounts, ChargeAccount { phone: Phones::Id(List::All) }).unwrap();
        let charged: Vec<_> = all.result.unwrap().phones.iter().map(|phone| phone.phone_id).collect();
        assert_eq!((charged, accounts.get(PARENT).unwrap().money.live()), (vec![1], Decimal::from(6)));
    }
}
