//! The methods the sandbox answers: one handler each, and one line here.
//!
//! Names, parameters, types, rules and roles come from the declarations; a handler only says what happens.

mod add_account;
mod get_account_info;
mod get_children_accounts;

use jiff::Timestamp;
use serde_json::Value;
use vox_accounts::{AddAccount, GetAccountInfo, GetChildrenAccounts};
use vox_core::{Form, MethodMeta, ServerMethod};

use crate::auth::Caller;
use crate::errors::{Failure, Failures};
use crate::state::accounts::Accounts;

/// Every method of the sandbox.
pub(crate) const METHODS: &[Method] =
    &[handler::<AddAccount>(), handler::<GetAccountInfo>(), handler::<GetChildrenAccounts>()];

/// A method: its declaration and what decodes and runs it.
pub(crate) struct Method {
    pub(crate) meta: &'static MethodMeta,
    /// Reads and checks the parameters, then runs the handler. A caller must be known by then.
    pub(crate) run: fn(&Form, Option<Caller>, &mut Context<'_>) -> Result<Value, Failures>,
}

/// What a handler works with.
pub(crate) struct Context<'s> {
    pub(crate) accounts: &'s mut Accounts,
    pub(crate) now: Timestamp,
    /// The sandbox's own host and port.
    pub(crate) host: &'s str,
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
