//! Callbacks, as the platform would POST them.

use serde_json::{Map, Value, json};
use vox_accounts::callbacks::hash;
use vox_core::Secret;

use crate::answers::number::number;
use crate::state::account::Account;

/// The body of a request with one callback of the account, whose hash is right.
pub(crate) fn body(account: &Account, callback_id: u64, kind: &str, payload: Value) -> String {
    // What all callbacks have goes over the payload, whatever that is called.
    let mut callback = Map::from_iter([(kind.to_owned(), payload)]);
    callback.extend(common(account, callback_id, kind));
    json!({ "callbacks": [callback] }).to_string()
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
        "language_code": account.profile.language_code,
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
