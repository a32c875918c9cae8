//! The structure `AccountInfo`.

use serde_json::{Map, Value, json};
use vox_core::Secret;

use super::number::number;
use crate::clock::api_time;
use crate::state::account::Account;
use crate::state::money::Money;
use crate::state::profile::Profile;

/// How much of an account is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Output {
    /// The id.
    Brief,
    /// The id, the name and the e-mail address.
    Medium,
    Full {
        /// Whether the balance is the live one, which reservations have lowered.
        live_balance: bool,
        /// Whether the API key and the salt of callbacks are shown.
        secrets: bool,
    },
}

/// An account as the API shows it.
pub(crate) fn account_info(account: &Account, output: Output) -> Value {
    let mut info = object(json!({ "account_id": account.id }));
    if output != Output::Brief {
        info.insert("account_name".into(), json!(account.name));
        info.insert("account_email".into(), json!(account.email));
    }
    if let Output::Full { live_balance, secrets } = output {
        if secrets {
            info.extend(self::secrets(account));
        }
        info.extend(state(account));
        info.extend(settings(&account.profile));
        info.extend(billing(&account.profile));
        info.extend(balances(&account.money, live_balance));
        info.extend(fixed());
    }
    Value::Object(info)
}

fn secrets(account: &Account) -> Map<String, Value> {
    object(json!({
        "api_key": account.api_key.expose(),
        "callback_salt": account.profile.callbacks.salt.as_ref().map(Secret::expose),
    }))
}

fn state(account: &Account) -> Map<String, Value> {
    object(json!({
        "created": api_time(account.created),
        "active": account.active,
        "frozen": account.frozen,
    }))
}

fn settings(profile: &Profile) -> Map<String, Value> {
    object(json!({
        "account_first_name": profile.first_name,
        "account_last_name": profile.last_name,
        "account_custom_data": profile.custom_data,
        "language_code": profile.language_code,
        "location": profile.location,
        "min_balance_to_notify": profile.min_balance_to_notify.map(number),
        "account_notifications": profile.notifications.account,
        "tariff_changing_notifications": profile.notifications.tariff_changing,
        "news_notifications": profile.notifications.news,
        "send_js_error": profile.send_js_error,
        "callback_url": profile.callbacks.url,
        "record_storage_id": profile.record_storage_id,
        "record_storage_name": profile.record_storage_name,
    }))
}

fn billing(profile: &Profile) -> Map<String, Value> {
    let address = &profile.billing_address;
    object(json!({
        "billing_address_name": address.name,
        "billing_address_country_code": address.country_code,
        "billing_address_address": address.address,
        "billing_address_zip": address.zip,
        "billing_address_phone": address.phone,
        "support_robokassa": profile.payments.robokassa,
        "support_bank_card": profile.payments.bank_card,
        "support_invoice": profile.payments.invoice,
    }))
}

fn balances(money: &Money, live_balance: bool) -> Map<String, Value> {
    let live = live_balance.then(|| number(money.live()));
    let balances = json!({
        "balance": live.clone().unwrap_or_else(|| number(money.fixed)),
        "live_balance": live,
        "fixed_balance": number(money.fixed),
        "money_on_hold": number(money.on_hold),
        "credit_limit": number(money.credit_limit),
        "grace_credit": 0,
        "currency": money.currency,
        "billing_limits": {
            "bank_card": { "min_amount": 10, "currency": money.currency, "max_day_payment": 10_000 },
            "invoice": { "min_amount": 1000, "currency": money.currency },
        },
    });
    object(balances)
}

/// What is the same for every account of the sandbox.
fn fixed() -> Map<String, Value> {
    object(json!({
        "a2p_sms_enabled": false,
        "max_sip_registrations": 0,
        "bank_card_provider": "BRAINTREE",
        "enabled_3ds": true,
        "allow_invoice": true,
        "is_bank_card_auto_charge_prohibited": false,
        "taxpayer_type": "default",
        "custom_pricing": false,
        "credit_limit_aware_balance_notifications": false,
    }))
}

/// The members that have a value: the API leaves the others out.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Decimal;

    use super::*;

    fn account() -> Account {
        let mut account =
            Account::new("child".into(), "c@example.com".into(), Secret::from("p"), Timestamp::UNIX_EPOCH);
        account.api_key = Secret::from("key");
        account.money.fixed = Decimal::new(10050, 2);
        account.money.on_hold = Decimal::new(5, 1);
        account
    }

    #[test]
    fn short_outputs_have_nothing_else() {
        assert_eq!(account_info(&account(), Output::Brief), json!({"account_id": 0}));
        assert_eq!(
            account_info(&account(), Output::Medium),
            json!({"account_id": 0, "account_name": "child", "account_email": "c@example.com"})
        );
    }

    #[test]
    fn the_balance_is_the_one_asked_for() {
        let live = account_info(&account(), Output::Full { live_balance: true, secrets: false });
        assert_eq!((&live["balance"], &live["live_balance"]), (&json!(100), &json!(100)));
        let fixed = account_info(&account(), Output::Full { live_balance: false, secrets: false });
        assert_eq!((&fixed["balance"], fixed.get("live_balance")), (&json!(100.5), None));
    }

    #[test]
    fn keys_and_unset_fields_are_left_out() {
        let hidden = account_info(&account(), Output::Full { live_balance: true, secrets: false });
        assert!(hidden.get("api_key").is_none() && hidden.get("account_first_name").is_none());
        let shown = account_info(&account(), Output::Full { live_balance: true, secrets: true });
        assert_eq!(shown["api_key"], "key");
        assert_eq!(shown["created"], "1970-01-01 00:00:00");
        assert!(shown.get("callback_salt").is_none());

        let mut salted = account();
        salted.profile.callbacks.salt = Some("salt".into());
        let hidden = account_info(&salted, Output::Full { live_balance: true, secrets: false });
        assert!(hidden.get("callback_salt").is_none());
        let shown = account_info(&salted, Output::Full { live_balance: true, secrets: true });
        assert_eq!(shown["callback_salt"], "salt");
    }
}
