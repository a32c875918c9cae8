//! The structure `ShortAccountInfo`.

use serde_json::{Value, json};

use super::number::number;
use crate::state::account::Account;

/// An account's money after it has moved.
pub(crate) fn short_account_info(account: &Account) -> Value {
    json!({
        "account_id": account.id,
        "frozen": account.frozen,
        "balance": number(account.money.live()),
        "currency": account.money.currency,
    })
}
