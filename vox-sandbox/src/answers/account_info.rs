//! The structure `AccountInfo`.

use serde_json::{Map, Value, json};

use super::number::number;
use crate::clock::api_time;
use crate::state::account::{Account, Money};

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
        api_key: bool,
    },
}

/// An account as the API shows it.
pub(crate) fn account_info(account: &Account, output: Output) -> Value {
    let mut info = object(json!({ "account_id": account.id }));
    if output != Output::Brief {
        info.insert("account_name".into(), json!(account.name));
        info.insert("account_email".into(), json!(account.email));
    }
    if let Output::Full { live_balance, api_key } = output {
        if api_key {
            info.insert("api_key".into(), json!(account.api_key.expose()));
        }
        info.extend(settings(account));
        info.extend(balances(&account.money, live_balance));
        info.extend(fixed());
    }
    Value::Object(info)
}

fn settings(account: &Account) -> Map<String, Value> {
    let settings = json!({
        "account_first_name": account.first_name,
        "account_last_name": account.last_name,
        "created": api_time(account.created),
        "language_code": account.language_code,
        "location": account.location,
        "account_notifications": account.notifications.account,
        "tariff_changing_notifications": account.notifications.tariff_changing,
        "news_notifications": account.notifications.news,
        "active": account.active,
        "frozen": account.frozen,
        "account_custom_data": account.custom_data,
        "record_storage_id": account.record_storage_id,
        "record_storage_name": account.record_storage_name,
    });
    object(settings)
}

fn balances(money: &Money, live_balance: bool) -> Map<String, Value> {
    let live = live_balance.then(|| number(money.live()));
    let balances = json!({
        "min_balance_to_notify": money.min_balance_to_notify.map(number),
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
        "support_robokassa": false,
        "support_bank_card": true,
        "support_invoice": true,
        "send_js_error": false,
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
    use vox_core::{Decimal, Secret};

    use super::*;

    fn account() -> Account {
        let mut account =
            Account::new("child".into(), "c@example.com".into(), Secret::from("p"), Timestamp::UNIX_EPOCH);
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
        let live = account_info(&account(), Output::Full { live_balance: true, api_key: false });
        assert_eq!((&live["balance"], &live["live_balance"]), (&json!(100), &json!(100)));
        let fixed = account_info(&account(), Output::Full { live_balance: false, api_key: false });
        assert_eq!((&fixed["balance"], fixed.get("live_balance")), (&json!(100.5), None));
    }

    #[test]
    fn keys_and_unset_fields_are_left_out() {
        let hidden = account_info(&account(), Output::Full { live_balance: true, api_key: false });
        assert!(hidden.get("api_key").is_none() && hidden.get("account_first_name").is_none());
        let shown = account_info(&account(), Output::Full { live_balance: true, api_key: true });
        assert_eq!(shown["api_key"].as_str().map(str::len), Some(36));
        assert_eq!(shown["created"], "1970-01-01 00:00:00");
    }
}
