//! `GetMoneyAmountToCharge`.

use jiff::civil::Date;
use vox_accounts::{
    GetMoneyAmountToCharge, GetMoneyAmountToChargeResponse, GetMoneyAmountToChargeResult,
    SubscriptionTemplateType, SubscriptionsToCharge,
};
use vox_core::{Decimal, Record as _};

use super::{Context, Handler};
use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::catalog::rates::{DOLLAR, ROUBLE, convert};
use crate::errors::{ApiError, ApiErrors};
use crate::records::amount;
use crate::state::account::Account;
use crate::state::phone::Phone;

/// The least payment by bank card, in US dollars.
const LEAST_BY_CARD: Decimal = Decimal::TEN;
/// The least payment by Robokassa, in roubles.
const LEAST_BY_ROBOKASSA: Decimal = Decimal::from_parts(500, 0, 0, false, 0);

impl Handler for GetMoneyAmountToCharge {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let today = context.today();
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let charge_date = self.charge_date.unwrap_or(today);
        if charge_date < today {
            return Err(ApiError::INVALID_DATE.into());
        }
        let currency = self.currency.as_deref().unwrap_or(&account.money.currency);
        let is_due = |phone: &&Phone| !phone.auto_charge && phone.next_renewal <= charge_date;
        let due: Vec<_> = account.phones.iter().filter(is_due).collect();
        let subscriptions = due.iter().map(|phone| subscription(phone, account, currency, today));
        let subscriptions = subscriptions.collect::<Result<Vec<_>, _>>()?;
        let total = total(&due, account, context.prices, charge_date);
        let mut response = GetMoneyAmountToChargeResponse::blank();
        response.result = amounts(account, total, currency, today)?;
        response.result.subscriptions = subscriptions;
        Ok(response)
    }
}

/// The sum of the numbers, the plans and a debt, in the account's currency.
fn total(phones: &[&Phone], account: &Account, prices: &Prices, charge_date: Date) -> Decimal {
    let phones = phones.iter().map(|phone| phone.price);
    let plans = account.plans.iter().filter(|plan| plan.next_charge <= charge_date);
    // Reservations are already subtracted from the live balance.
    let plans = plans.map(|plan| prices.plan(plan.template).saturating_sub(plan.reserved));
    let debt = Decimal::ZERO.max(Decimal::ZERO.saturating_sub(account.money.live()));
    phones.chain(plans).fold(debt, Decimal::saturating_add)
}

fn amounts(
    account: &Account,
    total: Decimal,
    currency: &str,
    today: Date,
) -> Result<GetMoneyAmountToChargeResult, ApiError> {
    let balance = account.money.live().max(Decimal::ZERO);
    let min_total = total.saturating_sub(balance).max(Decimal::ZERO);
    let from = account.money.currency.as_str();
    let at_least = |least: Decimal, total, currency: &str| {
        let converted = convert(total, from, currency, today).ok_or(ApiError::INVALID_CURRENCY);
        converted.map(|converted| amount(converted.max(least)))
    };
    let mut result = GetMoneyAmountToChargeResult::blank();
    result.amount = at_least(Decimal::ZERO, total, currency)?;
    result.min_amount = at_least(Decimal::ZERO, min_total, currency)?;
    if account.profile.payments.bank_card {
        result.bank_card_amount_usd = at_least(LEAST_BY_CARD, total, DOLLAR)?;
        result.min_bank_card_amount_usd = at_least(LEAST_BY_CARD, min_total, DOLLAR)?;
    }
    if account.profile.payments.robokassa {
        result.robokassa_amount_rub = at_least(LEAST_BY_ROBOKASSA, total, ROUBLE)?;
        result.min_robokassa_amount_rub = at_least(LEAST_BY_ROBOKASSA, min_total, ROUBLE)?;
    }
    Ok(result)
}

fn subscription(
    phone: &Phone,
    account: &Account,
    currency: &str,
    today: Date,
) -> Result<SubscriptionsToCharge, ApiError> {
    let price = convert(phone.price, &account.money.currency, currency, today);
    let mut subscription = SubscriptionsToCharge::blank();
    subscription.subscription_amount = amount(price.ok_or(ApiError::INVALID_CURRENCY)?);
    subscription.subscription_type = Some(SubscriptionTemplateType::PhoneNum);
    subscription.subscription_description = Some(phone.number.clone());
    subscription.subscription_auto_charge = Some(false);
    subscription.subscription_next_renewal = Some(phone.next_renewal);
    Ok(subscription)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::catalog::rates::rate;
    use crate::methods::tests::{PARENT, TODAY, accounts, call_in};

    /// The result for an account with this balance, and numbers for 2.50 and 1.25 on two days. A third is paid
    /// automatically.
    fn result(
        request: GetMoneyAmountToCharge,
        balance: Decimal,
        robokassa: bool,
    ) -> Result<GetMoneyAmountToChargeResult, u32> {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = balance;
        account.profile.payments.robokassa = robokassa;
        let phone = |id, cents, day| {
            Phone::new(id, id.to_string(), Decimal::new(cents, 2), day, Timestamp::UNIX_EPOCH)
        };
        let automatic = Phone { auto_charge: true, ..phone(3, 1000, date(2026, 1, 1)) };
        account.phones = vec![phone(1, 250, date(2026, 1, 15)), phone(2, 125, date(2026, 1, 25)), automatic];
        call_in(&mut accounts, request).map(|response| response.result)
    }

    #[expect(clippy::unnecessary_wraps, reason = "as the fields are")]
    fn cents(cents: i64) -> Option<Decimal> {
        Some(Decimal::new(cents, 2))
    }

    #[test]
    fn due_amounts_are_summed() {
        let on = |day| GetMoneyAmountToCharge { currency: None, charge_date: Some(day) };
        let nothing = result(GetMoneyAmountToCharge::default(), Decimal::ONE, false).unwrap();
        assert_eq!((nothing.amount, nothing.bank_card_amount_usd), (cents(0), cents(1000)));
        let both = result(on(date(2026, 1, 25)), Decimal::ONE, false).unwrap();
        assert_eq!((both.amount, both.min_amount), (cents(375), cents(275)));
        assert_eq!(both.subscriptions[1].subscription_next_renewal, Some(date(2026, 1, 25)));
        assert_eq!(both.robokassa_amount_rub, None);
        let one = result(on(date(2026, 1, 15)), Decimal::TEN, false).unwrap();
        assert_eq!((one.amount, one.min_amount), (cents(250), cents(0)));
        let debt = result(on(date(2026, 1, 15)), Decimal::from(-20), false).unwrap();
        assert_eq!((debt.amount, debt.min_amount), (cents(2250), cents(2250)));
        assert_eq!(debt.min_bank_card_amount_usd, cents(2250));
    }

    #[test]
    fn other_currencies_use_todays_rate() {
        let request =
            GetMoneyAmountToCharge { currency: Some("RUR".into()), charge_date: Some(date(2026, 1, 15)) };
        let roubles = result(request, Decimal::from(-20), true).unwrap();
        let expected = convert(Decimal::new(225, 1), DOLLAR, ROUBLE, TODAY).unwrap();
        assert!(rate(ROUBLE, TODAY).is_some_and(|rate| rate > Decimal::from(80)));
        assert_eq!((roubles.amount, roubles.robokassa_amount_rub), (Some(expected), Some(expected)));
        assert_eq!(roubles.bank_card_amount_usd, cents(2250));
    }

    #[test]
    fn unknown_currencies_and_past_days_are_rejected() {
        let request = GetMoneyAmountToCharge { currency: Some("RUB".into()), charge_date: None };
        assert_eq!(result(request, Decimal::ONE, false), Err(210));
        let yesterday = Some(TODAY.yesterday().unwrap());
        let request = GetMoneyAmountToCharge { currency: None, charge_date: yesterday };
        assert_eq!(result(request, Decimal::ONE, false), Err(233));
    }
}
