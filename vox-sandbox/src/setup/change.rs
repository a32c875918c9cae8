//! Changes of a running sandbox by a fixture.

use jiff::Timestamp;

use super::fixture::{AccountJson, FixtureJson, PhoneJson, PricesJson};
use super::new_account::{self, NewAccount};
use crate::clock::day;
use crate::json;
use crate::shared::Shared;
use crate::state::accounts::Accounts;
use crate::state::phone::Phone;

/// Changes what the fixture names: accounts that exist by name, others are added; the clock; prices. Faults are added.
///
/// # Errors
/// A message with the path of the value, or with the name of the account. Nothing is changed then.
pub(crate) fn apply(fixture: &str, shared: &Shared) -> Result<(), String> {
    let fixture: FixtureJson = json::read(fixture)?;
    let faults = fixture.faults.unwrap_or_default();
    for name in faults.iter().filter_map(|rule| rule.method()) {
        shared.methods.check_known(name)?;
    }
    let mut prices = (*shared.prices.get()).clone();
    for (item, price) in fixture.prices.into_iter().flat_map(PricesJson::items) {
        prices.set(item, price)?;
    }
    let now = fixture.clock.unwrap_or_else(|| shared.clock.now());
    let mut accounts = shared.accounts.lock();
    let mut changed = accounts.clone();
    for account in fixture.accounts.into_iter().flatten() {
        change(account, None, &mut changed, now)?;
    }
    *accounts = changed;
    drop(accounts);
    shared.prices.set(prices);
    if fixture.clock.is_some() {
        shared.clock.set(now);
    }
    for rule in faults {
        shared.faults.add(rule);
    }
    Ok(())
}

/// Changes an account and its children, or adds them.
fn change(
    json: AccountJson,
    parent: Option<u64>,
    accounts: &mut Accounts,
    now: Timestamp,
) -> Result<(), String> {
    let Some(known) = accounts.with_name(&json.account_name) else {
        return NewAccount::from(json)
            .add_to(accounts, parent, now)
            .map(drop)
            .map_err(|error| error.to_string());
    };
    let (id, name) = (known.id, known.name.clone());
    let invalid = |reason: &str| format!("the account `{name}` cannot be changed: {reason}");
    if parent.is_some() && known.parent != parent {
        return Err(invalid("it is not a child of the account that names it"));
    }
    let password = json.account_password.as_ref().unwrap_or(&known.password);
    let email = json.account_email.as_deref().unwrap_or(&known.email);
    new_account::check(&known.name, email, password, json.api_key.as_ref())
        .map_err(|reason| invalid(&reason))?;
    if let Some(email) = json.account_email {
        accounts.set_email(id, email).map_err(|error| invalid(&error.message))?;
    }
    // Each may be new.
    let phones: Vec<_> = json.phones.into_iter().flatten().map(|phone| (accounts.new_id(), phone)).collect();
    // It was found by its name.
    let Some(account) = accounts.get_mut(id) else { return Ok(()) };
    if let Some(password) = json.account_password {
        account.password = password;
    }
    if let Some(key) = json.api_key {
        account.api_key = key;
    }
    if let Some(balance) = json.balance {
        account.money.fixed = balance.0;
    }
    if let Some(limit) = json.credit_limit {
        account.money.credit_limit = limit.0;
    }
    account.active = json.active.unwrap_or(account.active);
    account.frozen = json.frozen.unwrap_or(account.frozen);
    for (phone_id, phone) in phones {
        let PhoneJson { phone_number, price, paid_until, auto_charge } = phone;
        if let Some(known) = account.phones.iter_mut().find(|known| known.number == phone_number) {
            known.price = price.0;
            known.next_renewal = paid_until.unwrap_or(known.next_renewal);
            known.auto_charge = auto_charge.unwrap_or(known.auto_charge);
        } else {
            let renewal = paid_until.unwrap_or_else(|| new_account::default_renewal(day(now)));
            let phone = Phone::new(phone_id, phone_number, price.0, renewal, now);
            account.phones.push(Phone { auto_charge: auto_charge.unwrap_or(false), ..phone });
        }
    }
    for child in json.children.into_iter().flatten() {
        change(child, Some(id), accounts, now)?;
    }
    Ok(())
}
