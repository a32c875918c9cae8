//! `GetMoneyAmountToCharge`: reads how much money should be paid in.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetMoneyAmountToCharge` of the API's section Accounts.

use vox_core::{Date, Decimal, VoxMethod, VoxRecord};

use crate::SubscriptionTemplateType;

/// Reads how much money should be paid in, so that the plan and the subscriptions can be charged on a day.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetMoneyAmountToCharge { currency: Some("USD".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"currency=USD");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetMoneyAmountToCharge",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetMoneyAmountToChargeResponse,
    kind = read,
)]
pub struct GetMoneyAmountToCharge {
    /// The currency of the amounts: `USD`, `EUR`, `RUR` (not `RUB`).
    #[param(default_text = "The account currency")]
    pub currency: Option<String>,
    /// The day of the next charge.
    #[param(default_text = "The current date")]
    pub charge_date: Option<Date>,
}

/// The response of [`GetMoneyAmountToCharge`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetMoneyAmountToChargeResponse {
    /// The amounts.
    pub result: GetMoneyAmountToChargeResult,
}

/// How much money should be paid in, by each way to pay.
///
/// Source: the structure `GetMoneyAmountToChargeResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetMoneyAmountToChargeResult {
    /// The subscriptions, the plan and the debt together, in the request's currency.
    pub amount: Option<Decimal>,
    /// `amount` minus the account's balance, in the request's currency.
    pub min_amount: Option<Decimal>,
    /// `amount` in US dollars, at least the minimum payment by bank card (10 dollars). Present if bank cards are allowed.
    pub bank_card_amount_usd: Option<Decimal>,
    /// `min_amount` in US dollars, at least the minimum payment by bank card (10 dollars). Present if bank cards are allowed.
    pub min_bank_card_amount_usd: Option<Decimal>,
    /// The amount in rubles, at least the minimum payment by Robokassa (500 rubles). Present if Robokassa is allowed. The API
    /// reference derives it from `min_amount`, presumably by mistake: for bank cards it is `amount`.
    pub robokassa_amount_rub: Option<Decimal>,
    /// `min_amount` in rubles, at least the minimum payment by Robokassa (500 rubles). Present if Robokassa is allowed.
    pub min_robokassa_amount_rub: Option<Decimal>,
    /// The subscriptions in the amount.
    pub subscriptions: Vec<SubscriptionsToCharge>,
}

/// A subscription that is to be charged.
///
/// Source: the structure `SubscriptionsToChargeType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionsToCharge {
    /// The price, in the request's currency.
    pub subscription_amount: Option<Decimal>,
    /// The type of the subscription.
    pub subscription_type: Option<SubscriptionTemplateType>,
    /// The name of its subject, such as the phone number.
    pub subscription_description: Option<String>,
    /// Whether the platform charges it by itself.
    pub subscription_auto_charge: Option<bool>,
    /// The day of the next charge. There for verified phone numbers only.
    pub subscription_next_renewal: Option<Date>,
}

#[cfg(test)]
mod tests {
    use super::GetMoneyAmountToCharge;
    use crate::SubscriptionTemplateType;
    use vox_core::{Date, Decimal, MethodExt};

    #[test]
    fn parameters_encode() {
        let request = GetMoneyAmountToCharge {
            currency: Some("USD".into()),
            charge_date: Some(Date::constant(2026, 1, 31)),
        };
        assert_eq!(request.to_form().as_bytes(), b"currency=USD&charge_date=2026-01-31");
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": {"amount": 10.5, "min_amount": "0.25", "bank_card_amount_usd": 10.5,
            "subscriptions": [{"subscription_amount": 10.5, "subscription_type": "SIP_REGISTRATION",
            "subscription_auto_charge": 0, "subscription_next_renewal": "2026-01-31"}]}}"#;
        let amounts = GetMoneyAmountToCharge::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!(
            (amounts.amount, amounts.min_amount),
            (Some(Decimal::new(105, 1)), Some(Decimal::new(25, 2)))
        );
        assert!(amounts.robokassa_amount_rub.is_none());
        let subscription = &amounts.subscriptions[0];
        assert_eq!(subscription.subscription_type, Some(SubscriptionTemplateType::SipRegistration));
        assert_eq!(subscription.subscription_auto_charge, Some(false));
        assert_eq!(subscription.subscription_next_renewal, Some(Date::constant(2026, 1, 31)));
    }
}
