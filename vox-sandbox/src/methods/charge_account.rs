//! `ChargeAccount`.

use jiff::civil::Date;
use serde_json::{Value, json};
use vox_accounts::{ChargeAccount, Phones};
use vox_core::{Decimal, List};

use super::filter::selects;
use super::{Context, Handler};
use crate::answers::number::number;
use crate::answers::short_account_info::short_account_info;
use crate::auth::Caller;
use crate::errors::{Failure, Failures};
use crate::state::account::Account;
use crate::state::phone::Phone;

impl Handler for ChargeAccount {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        let today = context.today();
        let account = context.accounts.get_mut(caller.account).ok_or(Failure::AUTHORIZATION_FAILED)?;
        check_known(&self.phone, account)?;
        let chosen = |phone: &&mut Phone| is_chosen(&self.phone, phone);
        let prices = account.phones.iter_mut().filter(chosen).map(|phone| phone.price);
        let amount = prices.fold(Decimal::ZERO, Decimal::saturating_add);
        account.money.spend(amount)?;
        let mut charged = Vec::new();
        for phone in account.phones.iter_mut().filter(chosen) {
            phone.renew(today);
            charged.push(charged_phone(phone, today));
        }
        Ok(json!({
            "result": { "charged_amount": number(amount), "phones": charged },
            "account_info": short_account_info(account),
        }))
    }
}

/// Every phone number of the request must be one of the account's.
fn check_known(phones: &Phones, account: &Account) -> Result<(), Failure> {
    let (known, otherwise) = match phones {
        Phones::Id(List::Of(ids)) => {
            let known = ids.iter().all(|id| account.phones.iter().any(|phone| phone.id == *id));
            (known, Failure::INVALID_PHONE_ID)
        }
        Phones::Number(List::Of(numbers)) => {
            let known =
                numbers.iter().all(|number| account.phones.iter().any(|phone| phone.number == *number));
            (known, Failure::INVALID_PHONE_NUMBER)
        }
        Phones::Id(List::All) | Phones::Number(List::All) => return Ok(()),
    };
    if known { Ok(()) } else { Err(otherwise) }
}

fn is_chosen(phones: &Phones, phone: &Phone) -> bool {
    match phones {
        Phones::Id(ids) => selects(Some(ids), &phone.id),
        Phones::Number(numbers) => selects(Some(numbers), &phone.number),
    }
}

fn charged_phone(phone: &Phone, today: Date) -> Value {
    json!({
        "phone_id": phone.id,
        "phone_number": phone.number,
        "deactivated": phone.frozen(today),
        "is_charged": true,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;

    /// An account with 10 dollars and numbers for 4 and 7.
    fn rich() -> Accounts {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = Decimal::TEN;
        account.add_phone("100".into(), Decimal::from(4), date(2025, 12, 1));
        account.add_phone("200".into(), Decimal::from(7), date(2026, 1, 31));
        accounts
    }

    #[test]
    fn a_charge_moves_the_balance_and_the_renewal() {
        let mut accounts = rich();
        let answer = call_in(&mut accounts, ChargeAccount { phone: Phones::Number("100".into()) }).unwrap();
        assert_eq!(answer["result"]["charged_amount"], 4);
        assert_eq!(answer["result"]["phones"][0]["deactivated"], false);
        assert_eq!(answer["account_info"]["balance"], 6);
        let account = accounts.get(PARENT).unwrap();
        assert_eq!(account.money.live(), Decimal::from(6));
        let renewals: Vec<_> = account.phones.iter().map(|phone| phone.next_renewal).collect();
        assert_eq!(renewals, [date(2026, 2, 10), date(2026, 1, 31)]);
    }

    #[test]
    fn nothing_is_charged_where_the_money_does_not_suffice() {
        let mut accounts = rich();
        for phone in [Phones::Id(List::All), Phones::Number(List::All), Phones::Id([1, 2].into())] {
            assert_eq!(call_in(&mut accounts, ChargeAccount { phone }), Err(127));
        }
        assert_eq!(accounts.get(PARENT).unwrap().money.live(), Decimal::TEN);
        // Said twice, it is still charged once.
        let twice = ChargeAccount { phone: Phones::Id([2, 2].into()) };
        assert_eq!(call_in(&mut accounts, twice).unwrap()["account_info"]["balance"], 3);
    }

    #[test]
    fn unknown_numbers_are_refused() {
        let mut accounts = rich();
        for (phone, code) in
            [(Phones::Id([1, 3].into()), 181), (Phones::Number(["100".into(), "300".into()].into()), 121)]
        {
            assert_eq!(call_in(&mut accounts, ChargeAccount { phone }), Err(code));
        }
        assert_eq!(accounts.get(PARENT).unwrap().money.live(), Decimal::TEN);
    }
}
