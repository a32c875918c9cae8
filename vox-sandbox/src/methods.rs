//! The methods that the sandbox serves: each has a handler and a line in [`METHODS`].
//!
//! Names, parameters, types, rules, roles and response fields come from the declarations.

mod add_account;
mod change_account_plan;
mod charge_account;
mod clone_account;
mod filter;
mod get_account_documents;
mod get_account_info;
mod get_account_plans;
mod get_available_plans;
mod get_children_accounts;
mod get_currency_rate;
mod get_money_amount_to_charge;
mod get_resource_price;
mod get_subscription_price;
mod set;
mod set_account_info;
mod set_child_account_info;

use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};
use vox_accounts::{
    AddAccount, ChangeAccountPlan, ChargeAccount, CloneAccount, GetAccountDocuments, GetAccountInfo,
    GetAccountPlans, GetAvailablePlans, GetChildrenAccounts, GetCurrencyRate, GetMoneyAmountToCharge,
    GetResourcePrice, GetSubscriptionPrice, SetAccountInfo, SetChildAccountInfo,
};
use vox_core::meta::MethodMeta;
use vox_core::server::{Form, ServerMethod};
use vox_core::{MethodExt, Response as _};

use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::clock::day;
use crate::errors::{ApiError, ApiErrors};
use crate::state::accounts::Accounts;
use crate::wire::response::ApiResponse;

/// Every method of the sandbox.
pub(crate) const METHODS: &[Endpoint] = &[
    endpoint::<AddAccount>(),
    endpoint::<CloneAccount>(),
    endpoint::<GetAccountInfo>(),
    endpoint::<SetAccountInfo>(),
    endpoint::<SetChildAccountInfo>(),
    endpoint::<GetCurrencyRate>(),
    endpoint::<GetResourcePrice>(),
    endpoint::<GetSubscriptionPrice>(),
    endpoint::<GetChildrenAccounts>(),
    endpoint::<GetMoneyAmountToCharge>(),
    endpoint::<ChargeAccount>(),
    endpoint::<ChangeAccountPlan>(),
    endpoint::<GetAccountPlans>(),
    endpoint::<GetAvailablePlans>(),
    endpoint::<GetAccountDocuments>(),
];

/// A method's declaration and the function that serves it.
pub(crate) struct Endpoint {
    pub(crate) meta: &'static MethodMeta,
    /// Reads and checks the parameters, runs the handler and writes the response body. Without a caller the parameters
    /// are checked too, as their errors take precedence.
    pub(crate) run: fn(&Form, Option<Caller>, &mut Context<'_>) -> Result<ApiResponse, ApiErrors>,
}

/// The state that a handler reads and changes.
pub(crate) struct Context<'s> {
    pub(crate) accounts: &'s mut Accounts,
    pub(crate) prices: &'s Prices,
    pub(crate) now: Timestamp,
    /// The host and port by which the client reached the sandbox.
    pub(crate) host: &'s str,
}

impl Context<'_> {
    /// Today, UTC.
    fn today(&self) -> Date {
        day(self.now)
    }
}

/// Serves valid requests of a method.
pub(crate) trait Handler: ServerMethod {
    /// The lists that the API leaves out where they are empty, by their wire names. All others are sent as `[]`: a
    /// record cannot express the difference, as both are empty for a client.
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        &[]
    }

    /// The response to a request that keeps all declared rules.
    ///
    /// The caller is the account that calls; for methods whose parameters are the parent's credentials, the parent.
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors>;
}

const fn endpoint<M: Handler>() -> Endpoint {
    Endpoint { meta: M::META, run: run::<M> }
}

fn run<M: Handler>(
    form: &Form,
    caller: Option<Caller>,
    context: &mut Context<'_>,
) -> Result<ApiResponse, ApiErrors> {
    let request = M::decode(form)?;
    request.validate()?;
    // All parameters are valid, but they authenticate nobody.
    let caller = caller.ok_or(ApiError::AUTHORIZATION_FAILED)?;
    let omitted_if_empty = request.omitted_if_empty();
    let response = request.handle(caller, context)?;
    let encoded = M::encode_response(&response);
    if response.file().is_some() {
        return Ok(ApiResponse::file(encoded));
    }
    // The body is always valid JSON.
    let mut body = serde_json::from_slice(encoded.body()).unwrap_or_default();
    omit_empty_lists(&mut body, omitted_if_empty);
    Ok(ApiResponse::success(body))
}

fn omit_empty_lists(value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(members) => {
            members.retain(|name, value| *value != json!([]) || !names.contains(&name.as_str()));
            members.values_mut().for_each(|value| omit_empty_lists(value, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| omit_empty_lists(item, names)),
        _ => {}
    }
}

/// The method with this name, case-sensitive.
pub(crate) fn find(name: &str) -> Option<&'static Endpoint> {
    METHODS.iter().find(|method| method.meta.name == name)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use vox_core::Secret;

    use super::*;
    use crate::state::account::Account;

    pub(super) const TODAY: Date = date(2026, 1, 10);
    pub(super) const PARENT: u64 = 1_000_001;
    pub(super) const CHILD: u64 = 1_000_002;

    fn now() -> Timestamp {
        format!("{TODAY}T12:00:00Z").parse().unwrap()
    }

    /// A parent with two children, without money.
    pub(super) fn accounts() -> Accounts {
        let mut accounts = Accounts::default();
        for (name, parent) in [("parent", None), ("child-one", Some(PARENT)), ("child-two", Some(PARENT))] {
            let email = format!("{name}@example.com");
            let account = Account::new(name.into(), email, Secret::from("p"), now());
            accounts.add(Account { parent, ..account }).unwrap();
        }
        accounts
    }

    /// The response to the parent, or the code of the error.
    pub(super) fn call_in<M: Handler>(accounts: &mut Accounts, request: M) -> Result<M::Response, u32> {
        let mut context = Context { accounts, prices: &Prices::default(), now: now(), host: "" };
        let caller = Caller { account: PARENT, may_see_api_key: false };
        request.handle(caller, &mut context).map_err(|errors| errors.first.code)
    }

    /// The same, with new accounts.
    pub(super) fn call<M: Handler>(request: M) -> Result<M::Response, u32> {
        call_in(&mut accounts(), request)
    }

    #[test]
    fn every_declared_method_is_served() {
        let served = METHODS.iter().map(|method| method.meta.name);
        assert!(served.eq(vox_accounts::METHODS.iter().map(|method| method.name)));
    }

    #[test]
    fn only_the_named_empty_lists_are_omitted() {
        let mut body = json!({"a": [], "b": [], "c": [{"a": [], "b": [1], "d": {"a": []}}], "a2": null});
        omit_empty_lists(&mut body, &["a", "c"]);
        assert_eq!(body, json!({"b": [], "c": [{"b": [1], "d": {}}], "a2": null}));
    }
}
