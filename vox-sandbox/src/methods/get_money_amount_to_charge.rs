//! `GetMoneyAmountToCharge`.

use jiff::civil::Date;
use serde_json::{Value, json};
use vox_accounts::{GetMoneyAmountToCharge, SubscriptionTemplateType};
use vox_core::Decimal;

use super::{Context, Handler};
use crate::answers::number::number;
use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::catalog::rates::{DOLLAR, convert};
use crate::errors::{Failure, Failures};
use crate::state::account::Account;
use crate::state::phone::Phone;

const ROUBLE: &str = "RUR";
/// The least payment by bank card, in US dollars.
const LEAST_BY_CARD: Decimal = Decimal::TEN;
/// The least payment by Robokassa, in roubles.
const LEAST_BY_ROBOKASSA: Decimal = Decimal::from_parts(500, 0, 0, false, 0);

impl Handler for GetMoneyAmountToCharge {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        let today = context.today();
        let account = context.accounts.get(caller.account).ok_or(Failure::AUTHORIZATION_FAILED)?;
        let charge_date = self.charge_date.unwrap_or(today);
        if charge_date < today {
            return Err(Failure::INVALID_DATE.into());
        }
        let currency = self.currency.as_deref().unwrap_or(&account.money.currency);
        let due: Vec<_> = account.phones.iter().filter(|phone| phone.next_renewal <= charge_date).collect();
        let subscriptions = due.iter().map(|phone| subscription(phone, account, currency, today));
        let subscriptions = subscriptions.collect::<Result<Vec<_>, _>>()?;
        let mut result =
            amounts(account, total(&due, account, context.prices, charge_date), currency, today)?;
        result["subscriptions"] = subscriptions.into();
        Ok(json!({ "result": result }))
    }
}

/// What the numbers, the plans and a debt cost, in the account's currency.
fn total(phones: &[&Phone], account: &Account, prices: &Prices, charge_date: Date) -> Decimal {
    let phones = phones.iter().map(|phone| phone.price);
    let plans = account.plans.iter().filter(|plan| plan.next_charge <= charge_date);
    // What is reserved has already left the live balance.
    let plans = plans.map(|plan| prices.plan(plan.template).saturating_sub(plan.reserved));
    let debt = Decimal::ZERO.max(Decimal::ZERO.saturating_sub(account.money.live()));
    phones.chain(plans).fold(debt, Decimal::saturating_add)
}

fn amounts(account: &Account, amount: Decimal, currency: &str, today: Date) -> Result<Value, Failure> {
    let balance = account.money.live().max(Decimal::ZERO);
    let min_amount = amount.saturating_sub(balance).max(Decimal::ZERO);
    let own = account.money.currency.as_str();
    let in_currency =
        |amount, currency: &str| convert(amount, own, currency, today).ok_or(Failure::INVALID_CURRENCY);
    let mut amounts = json!({
        "amount": number(in_currency(amount, currency)?),
        "min_amount": number(in_currency(min_amount, currency)?),
    });
    let payments = &account.profile.payments;
    for (allowed, name, currency, least, amount) in [
        (payments.bank_card, "bank_card_amount_usd", DOLLAR, LEAST_BY_CARD, amount),
        (payments.bank_card, "min_bank_card_amount_usd", DOLLAR, LEAST_BY_CARD, min_amount),
        (payments.robokassa, "robokassa_amount_rub", ROUBLE, LEAST_BY_ROBOKASSA, amount),
        (payments.robokassa, "min_robokassa_amount_rub", ROUBLE, LEAST_BY_ROBOKASSA, min_amount),
    ] {
        if allowed {
            amounts[name] = number(in_currency(amount, currency)?.max(least));
        }
    }
    Ok(amounts)
}

fn subscription(phone: &Phone, account: &Account, currency: &str, today: Date) -> Result<Value, Failure> {
    let price = convert(phone.price, &account.money.currency, currency, today);
    Ok(json!({
        "subscription_amount": number(price.ok_or(Failure::INVALID_CURRENCY)?),
        "subscription_type": SubscriptionTemplateType::PhoneNum.as_str(),
        "subscription_description": phone.number,
        "subscription_auto_charge": false,
        "subscription_next_renewal": phone.next_renewal.to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::catalog::rates::rate;
    use crate::methods::tests::{PARENT, TODAY, accounts, call_in};

    /// The answer's result for an account with this balance, and numbers for 2.50 and 1.25 on two days.
    fn result(request: GetMoneyAmountToCharge, balance: Decimal, robokassa: bool) -> Result<Value, u32> {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = balance;
        account.profile.payments.robokassa = robokassa;
        account.add_phone("1".into(), Decimal::new(250, 2), date(2026, 1, 15));
        account.add_phone("2".into(), Decimal::new(125, 2), date(2026, 1, 25));
        call_in(&mut accounts, request).map(|answer| answer["result"].clone())
    }

    #[test]
    fn what_is_due_is_summed_up() {
        let on = |day| GetMoneyAmountToCharge { currency: None, charge_date: Some(day) };
        let nothing = result(GetMoneyAmountToCharge::default(), Decimal::ONE, false).unwrap();
        assert_eq!((&nothing["amount"], &nothing["bank_card_amount_usd"]), (&json!(0), &json!(10)));
        let both = result(on(date(2026, 1, 25)), Decimal::ONE, false).unwrap();
        assert_eq!((&both["amount"], &both["min_amount"]), (&json!(3.75), &json!(2.75)));
        assert_eq!(both["subscriptions"][1]["subscription_next_renewal"], "2026-01-25");
        assert!(both.get("robokassa_amount_rub").is_none());
        let one = result(on(date(2026, 1, 15)), Decimal::TEN, false).unwrap();
        assert_eq!((&one["amount"], &one["min_amount"]), (&json!(2.5), &json!(0)));
        let debt = result(on(date(2026, 1, 15)), Decimal::from(-20), false).unwrap();
        assert_eq!((&debt["amount"], &debt["min_amount"]), (&json!(22.5), &json!(22.5)));
        assert_eq!(debt["min_bank_card_amount_usd"], 22.5);
    }

    #[test]
    fn other_currencies_have_todays_rate() {
        let request =
            GetMoneyAmountToCharge { currency: Some("RUR".into()), charge_date: Some(date(2026, 1, 15)) };
        let roubles = result(request, Decimal::from(-20), true).unwrap();
        let expected = convert(Decimal::new(225, 1), DOLLAR, ROUBLE, TODAY).unwrap();
        assert!(rate(ROUBLE, TODAY).is_some_and(|rate| rate > Decimal::from(80)));
        assert_eq!(roubles["amount"], number(expected));
        assert_eq!(roubles["robokassa_amount_rub"], number(expected));
        assert_eq!(roubles["bank_card_amount_usd"], 22.5);
    }

    #[test]
    fn unknown_currencies_and_days_gone_by_are_refused() {
        let request = GetMoneyAmountToCharge { currency: Some("RUB".into()), charge_date: None };
        assert_eq!(result(request, Decimal::ONE, false), Err(210));
        let yesterday = Some(TODAY.yesterday().unwrap());
        let request = GetMoneyAmountToCharge { currency: None, charge_date: yesterday };
        assert_eq!(result(request, Decimal::ONE, false), Err(233));
    }
}
