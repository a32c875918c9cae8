//! The state of a running sandbox as a fixture.

use serde_json::{Map, Value, json};
use vox_core::Decimal;

use crate::shared::Shared;
use crate::state::account::Account;
use crate::state::accounts::Accounts;

/// The state in the format of fixtures, without keys and passwords.
pub(crate) fn fixture(shared: &Shared) -> Value {
    let accounts = shared.accounts.lock();
    let roots = accounts.iter().filter(|account| account.parent.is_none());
    let prices = shared.prices.get();
    let prices = prices.changed().map(|(kind, prices)| {
        let prices = prices.iter().map(|(id, price)| (id.to_string(), amount(*price)));
        (kind.to_owned(), Value::Object(prices.collect()))
    });
    let faults: Vec<_> = shared.faults.active().into_iter().map(|active| active.rule).collect();
    json!({
        "clock": shared.clock.now().to_string(),
        "accounts": roots.map(|root| account(root, &accounts)).collect::<Vec<_>>(),
        "prices": prices.collect::<Map<_, _>>(),
        "faults": faults,
    })
}

fn account(of: &Account, accounts: &Accounts) -> Value {
    let phone = |phone: &crate::state::phone::Phone| {
        json!({
            "phone_number": phone.number,
            "price": amount(phone.price),
            "paid_until": phone.next_renewal.to_string(),
            "auto_charge": phone.auto_charge,
        })
    };
    json!({
        "account_name": of.name,
        "account_email": of.email,
        "balance": amount(of.money.fixed),
        "credit_limit": amount(of.money.credit_limit),
        "active": of.active,
        "frozen": of.frozen,
        "phones": of.phones.iter().map(phone).collect::<Vec<_>>(),
        "children": accounts.children(of.id).map(|child| account(child, accounts)).collect::<Vec<_>>(),
    })
}

/// A string, which is exact.
fn amount(amount: Decimal) -> Value {
    amount.normalize().to_string().into()
}
