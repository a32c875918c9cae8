//! The methods the sandbox answers: one handler each, and one line here.
//!
//! Names, parameters, types, rules and roles come from the declarations; a handler only says what happens.

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
use serde_json::Value;
use vox_accounts::{
    AddAccount, ChangeAccountPlan, ChargeAccount, CloneAccount, GetAccountDocuments, GetAccountInfo,
    GetAccountPlans, GetAvailablePlans, GetChildrenAccounts, GetCurrencyRate, GetMoneyAmountToCharge,
    GetResourcePrice, GetSubscriptionPrice, SetAccountInfo, SetChildAccountInfo,
};
use vox_core::MethodExt;
use vox_core::meta::MethodMeta;
use vox_core::server::{Form, ServerMethod};

use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::clock::day;
use crate::errors::{Failure, Failures};
use crate::state::accounts::Accounts;

/// Every method of the sandbox.
pub(crate) const METHODS: &[Method] = &[
    handler::<AddAccount>(),
    handler::<CloneAccount>(),
    handler::<GetAccountInfo>(),
    handler::<SetAccountInfo>(),
    handler::<SetChildAccountInfo>(),
    handler::<GetCurrencyRate>(),
    handler::<GetResourcePrice>(),
    handler::<GetSubscriptionPrice>(),
    handler::<GetChildrenAccounts>(),
    handler::<GetMoneyAmountToCharge>(),
    handler::<ChargeAccount>(),
    handler::<ChangeAccountPlan>(),
    handler::<GetAccountPlans>(),
    handler::<GetAvailablePlans>(),
    handler::<GetAccountDocuments>(),
];

/// A method: its declaration and what decodes and runs it.
pub(crate) struct Method {
    pub(crate) meta: &'static MethodMeta,
    /// Reads and checks the parameters, then runs the handler. A caller must be known by then.
    pub(crate) run: fn(&Form, Option<Caller>, &mut Context<'_>) -> Result<Value, Failures>,
}

/// What a handler works with.
pub(crate) struct Context<'s> {
    pub(crate) accounts: &'s mut Accounts,
    pub(crate) prices: &'s Prices,
    pub(crate) now: Timestamp,
    /// The sandbox's own host and port.
    pub(crate) host: &'s str,
}

impl Context<'_> {
    /// The day it is, UTC.
    fn today(&self) -> Date {
        day(self.now)
    }
}

/// What happens when a method is called.
pub(crate) trait Handler: ServerMethod {
    /// The answer's members, for a request whose parameters keep all declared rules.
    ///
    /// The caller is the account that calls; for methods whose parameters are the parent's credentials, the parent.
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures>;
}

const fn handler<M: Handler>() -> Method {
    Method { meta: M::META, run: run::<M> }
}

fn run<M: Handler>(
    form: &Form,
    caller: Option<Caller>,
    context: &mut Context<'_>,
) -> Result<Value, Failures> {
    let request = M::decode(form)?;
    request.validate()?;
    // No caller and yet all parameters there: credentials that are none.
    let caller = caller.ok_or(Failure::AUTHORIZATION_FAILED)?;
    request.handle(caller, context)
}

/// The method with this name; upper and lower case count.
pub(crate) fn find(name: &str) -> Option<&'static Method> {
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

    /// The answer to the parent, or the code of the error.
    pub(super) fn call_in<M: Handler>(accounts: &mut Accounts, request: M) -> Result<Value, u32> {
        let mut context = Context { accounts, prices: &Prices::default(), now: now(), host: "" };
        let caller = Caller { account: PARENT, sees_api_key: false };
        request.handle(caller, &mut context).map_err(|failures| failures.first.code)
    }

    /// The same where the accounts do not matter.
    pub(super) fn call<M: Handler>(request: M) -> Result<Value, u32> {
        call_in(&mut accounts(), request)
    }

    #[test]
    fn every_declared_method_is_answered() {
        let answered = METHODS.iter().map(|method| method.meta.name);
        assert!(answered.eq(vox_accounts::METHODS.iter().map(|method| method.name)));
    }
}
