//! The body of a callback, as the platform would POST it.

use serde_json::{Map, Number, Value, json};
use vox_accounts::callbacks::hash;
use vox_core::{Decimal, Secret};

use crate::state::account::Account;

/// The body of a request with one callback of the account.
pub(super) fn body(account: &Account, callback_id: u64, kind: &str, payload: Value) -> String {
    // The common members take precedence over a payload with the same name.
    let mut callback = Map::from_iter([(kind.to_owned(), payload)]);
    callback.extend(common(account, callback_id, kind));
    json!({ "callbacks": [callback] }).to_string()
}

fn number(decimal: Decimal) -> Option<Number> {
    decimal.normalize().to_string().parse().ok()
}

fn common(account: &Account, callback_id: u64, kind: &str) -> Map<String, Value> {
    let none = Secret::from("");
    let salt = account.profile.callbacks.salt.as_ref().unwrap_or(&none);
    let fields = json!({
        "callback_id": callback_id,
        "type": kind,
        "account_id": account.id,
        "hash": hash(salt, account.id, &account.api_key, callback_id),
        "account_name": account.name,
        "account_email": account.email,
        "language_code": account.profile.language_code.as_str(),
        "account_first_name": account.profile.first_name,
        "account_last_name": account.profile.last_name,
        "balance": number(account.money.live()),
        "currency": account.money.currency,
    });
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
