//! The methods that the sandbox serves.
//!
//! Names, parameters, types, rules, roles and response fields come from the declarations. A method with state has a handler
//! and a line in [`Methods::default`]; every other method gets samples.

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
#[cfg(feature = "phone_numbers")]
mod phone_numbers;
mod requested_accounts;
mod set;
mod set_account_info;
mod set_child_account_info;

use std::borrow::Cow;
use std::collections::HashMap;

use bytes::Bytes;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};
use vox_accounts::{
    AddAccount, ChangeAccountPlan, ChargeAccount, CloneAccount, GetAccountDocuments, GetAccountInfo,
    GetAccountPlans, GetAvailablePlans, GetChildrenAccounts, GetCurrencyRate, GetMoneyAmountToCharge,
    GetResourcePrice, GetSubscriptionPrice, SetAccountInfo, SetChildAccountInfo,
};
use vox_core::methods::DeclaredMethod;
use vox_core::server::{Form, ServerMethod};
use vox_core::{MethodExt, Response as _};

use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::clock::day;
use crate::errors::{ApiError, ApiErrors};
use crate::level::Level;
use crate::sample::{self, SampleContext};
#[cfg(feature = "_sections")]
use crate::state::account::Account;
use crate::state::accounts::Accounts;
use crate::wire::response::ApiResponse;

/// The methods of a sandbox, in the order in which they were added.
pub(crate) struct Methods {
    endpoints: Vec<Endpoint>,
    indexes: HashMap<&'static str, usize>,
}

impl Default for Methods {
    /// The methods with a handler, and those of the sections that are enabled.
    fn default() -> Self {
        let mut methods = Self { endpoints: Vec::new(), indexes: HashMap::new() };
        for endpoint in [
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
        ] {
            methods.insert(endpoint);
        }
        for method in vox_accounts::METHODS {
            methods.add(*method);
        }
        #[cfg(feature = "_sections")]
        for method in vox_api::methods() {
            methods.add(*method);
        }
        // The handlers of a section replace its samples, at their places.
        #[cfg(feature = "phone_numbers")]
        methods.insert_all(phone_numbers::endpoints());
        methods
    }
}

impl Methods {
    /// Adds a method, which gets samples. A method that has a handler keeps it, and its declaration.
    pub(crate) fn add(&mut self, method: DeclaredMethod) {
        if self.find(method.name).is_none_or(|known| !matches!(known.play, Play::Handler(_))) {
            self.insert(Endpoint { method, play: Play::Sample });
        }
    }

    /// Rejects the requests of a method.
    pub(crate) fn reject(&mut self, name: &str, reason: Cow<'static, str>) -> Result<(), String> {
        self.set_play(name, Play::Rejected(reason))
    }

    /// Plays a method by samples.
    pub(crate) fn sample(&mut self, name: &str) -> Result<(), String> {
        self.set_play(name, Play::Sample)
    }

    fn set_play(&mut self, name: &str, play: Play) -> Result<(), String> {
        match self.indexes.get(name) {
            Some(index) => {
                self.endpoints[*index].play = play;
                Ok(())
            }
            None => self.check_known(name),
        }
    }

    /// # Errors
    /// There is no method with this name; the message has similar ones.
    pub(crate) fn check_known(&self, name: &str) -> Result<(), String> {
        match self.find(name) {
            Some(_) => Ok(()),
            None => Err(format!(
                "`{}` is not a method of the sandbox{}",
                name.escape_debug(),
                similar(name, self.names())
            )),
        }
    }

    #[cfg(feature = "_sections")]
    #[cfg_attr(
        not(feature = "full"),
        allow(dead_code, reason = "a section without a handler does not use it")
    )]
    fn insert_all(&mut self, endpoints: impl IntoIterator<Item = Endpoint>) {
        for endpoint in endpoints {
            self.insert(endpoint);
        }
    }

    fn insert(&mut self, endpoint: Endpoint) {
        let index = *self.indexes.entry(endpoint.method.meta().name).or_insert(self.endpoints.len());
        match self.endpoints.get_mut(index) {
            Some(known) => *known = endpoint,
            None => self.endpoints.push(endpoint),
        }
    }

    /// The method with this name, case-sensitive.
    pub(crate) fn find(&self, name: &str) -> Option<&Endpoint> {
        self.endpoints.get(*self.indexes.get(name)?)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Endpoint> {
        self.endpoints.iter()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.endpoints.iter().map(|endpoint| endpoint.method.meta().name)
    }
}

/// A method's declaration and how it is played.
pub(crate) struct Endpoint {
    pub(crate) method: DeclaredMethod,
    play: Play,
}

enum Play {
    /// A function that reads and checks the parameters, runs the handler and writes the response body. Without a caller the
    /// parameters are checked too, as their errors take precedence.
    Handler(fn(&Form, Option<Caller>, &mut Context<'_>) -> Result<ApiResponse, ApiErrors>),
    Sample,
    /// The method is not played, for this reason.
    Rejected(Cow<'static, str>),
}

impl Endpoint {
    pub(crate) fn level(&self) -> Level {
        match self.play {
            Play::Handler(_) => Level::Stateful,
            Play::Sample => Level::Sample,
            Play::Rejected(_) => Level::Rejected,
        }
    }

    /// Why the method is rejected, if it is.
    pub(crate) fn reason(&self) -> Option<&str> {
        if let Play::Rejected(reason) = &self.play { Some(reason) } else { None }
    }

    /// The response to a request.
    pub(crate) fn respond(
        &self,
        form: &Form,
        caller: Option<Caller>,
        context: &mut Context<'_>,
    ) -> Result<ApiResponse, ApiErrors> {
        match &self.play {
            Play::Handler(run) => run(form, caller, context),
            Play::Rejected(reason) => Err(ApiError::not_played(self.method.name, reason).into()),
            Play::Sample if context.is_strict => {
                let reason = "it has no handler, and the sandbox rejects samples";
                Err(ApiError::not_played(self.method.name, reason).into())
            }
            Play::Sample => {
                self.method.check(form)?;
                caller.ok_or(ApiError::AUTHORIZATION_FAILED)?;
                Ok(self.sample(form, context)?)
            }
        }
    }

    fn sample(&self, form: &Form, context: &Context<'_>) -> Result<ApiResponse, ApiError> {
        let Context { seed, now, base_url, .. } = *context;
        let sample = |fill_any, small_numbers| {
            let context = SampleContext { form, seed, now, base_url, fill_any, small_numbers };
            sample::respond(self.method.meta(), &context)
        };
        let decodes = |sample: &ApiResponse| {
            let body = http::Response::new(Bytes::from(sample.body.to_string()));
            sample.is_file() || self.method.check_response(body).is_ok()
        };
        // The metadata does not state the structure of every JSON, nor the size of the integers.
        for (fill_any, small_numbers) in [(true, false), (false, false), (true, true)] {
            let sample = sample(fill_any, small_numbers)?;
            if decodes(&sample) {
                return Ok(sample);
            }
        }
        sample(false, true)
    }
}

/// The state that a handler reads and changes.
pub(crate) struct Context<'s> {
    pub(crate) accounts: &'s mut Accounts,
    pub(crate) prices: &'s Prices,
    pub(crate) now: Timestamp,
    /// The host and port by which the client reached the sandbox.
    pub(crate) host: &'s str,
    /// The same with the scheme.
    pub(crate) base_url: &'s str,
    /// The seed of samples.
    pub(crate) seed: u64,
    /// Whether samples are rejected.
    pub(crate) is_strict: bool,
}

impl Context<'_> {
    /// The account of the caller.
    #[cfg(feature = "_sections")]
    #[cfg_attr(
        not(feature = "full"),
        allow(dead_code, reason = "a section without a handler does not use it")
    )]
    fn account(&mut self, caller: Caller) -> Result<&mut Account, ApiError> {
        self.accounts.get_mut(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)
    }

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

fn endpoint<M: Handler>() -> Endpoint {
    Endpoint { method: DeclaredMethod::of::<M>(), play: Play::Handler(run::<M>) }
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
    let mut encoded = ApiResponse::encoded(M::encode_response(&response), response.file().is_some());
    omit_empty_lists(&mut encoded.body, omitted_if_empty);
    Ok(encoded)
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

/// `; similar: ..` with the known names that are like an unknown one, or nothing.
pub(crate) fn similar<'n>(unknown: &str, known: impl Iterator<Item = &'n str>) -> String {
    /// How similar two names must be, from 0 to 1.
    const SIMILAR: f64 = 0.8;
    const SHOWN: usize = 3;

    let unknown = unknown.to_lowercase();
    let similarity = |name: &str| strsim::jaro_winkler(&unknown, &name.to_lowercase());
    let mut found: Vec<_> =
        known.map(|name| (similarity(name), name)).filter(|found| found.0 > SIMILAR).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let names: Vec<_> = found.iter().take(SHOWN).map(|(_, name)| format!("'{name}'")).collect();
    if names.is_empty() { String::new() } else { format!("; similar: {}", names.join(", ")) }
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
        let prices = Prices::default();
        let mut context = Context {
            accounts,
            prices: &prices,
            now: now(),
            host: "",
            base_url: "",
            seed: 0,
            is_strict: false,
        };
        let caller = Caller { account: PARENT, may_see_api_key: false };
        request.handle(caller, &mut context).map_err(|errors| errors.first.code)
    }

    /// The same, with new accounts.
    pub(super) fn call<M: Handler>(request: M) -> Result<M::Response, u32> {
        call_in(&mut accounts(), request)
    }

    /// How a method is played.
    fn level(methods: &Methods, name: &str) -> Option<Level> {
        methods.find(name).map(Endpoint::level)
    }

    #[test]
    fn the_methods_of_the_accounts_section_have_handlers() {
        let methods = Methods::default();
        for method in vox_accounts::METHODS {
            let expected =
                if method.name == "GetAccountVerifications" { Level::Sample } else { Level::Stateful };
            assert_eq!(level(&methods, method.name), Some(expected), "{}", method.name);
        }
    }

    #[test]
    fn every_section_of_the_api_is_a_feature() {
        let sandbox = include_str!("../Cargo.toml");
        let api = include_str!("../../vox-api/Cargo.toml");
        let full = api.lines().find_map(|line| line.strip_prefix("full = [\"accounts\", "));
        let sections = full.unwrap().trim_end_matches(']').split(", ");
        for section in sections.map(|section| section.trim_matches('"')) {
            let feature = format!("\n{section} = [\"_sections\", \"vox-api/{section}\"]\n");
            assert!(sandbox.contains(&feature), "{section}");
        }
        let full_here = sandbox.lines().find_map(|line| line.strip_prefix("full = [\"vox-api/full\", "));
        assert_eq!(full_here, full);
    }

    #[cfg(feature = "full")]
    #[test]
    fn the_methods_of_all_sections_are_played() {
        let methods = Methods::default();
        assert!(vox_api::methods().all(|method| methods.find(method.name).is_some()));
        assert_eq!(level(&methods, "GetAuditLog"), Some(Level::Sample));
    }

    #[test]
    fn a_method_that_is_added_again_keeps_its_handler() {
        let mut methods = Methods::default();
        let count = methods.iter().count();
        for method in vox_accounts::METHODS {
            methods.add(*method);
        }
        assert_eq!(methods.iter().count(), count);
        assert_eq!(level(&methods, "AddAccount"), Some(Level::Stateful));
    }

    #[test]
    fn similar_names_are_found() {
        let methods = Methods::default();
        let names = |unknown| similar(unknown, methods.names());
        assert!(names("getaccountinfo").starts_with("; similar: 'GetAccountInfo'"));
        assert!(names("AddAcount").starts_with("; similar: 'AddAccount'"));
        assert_eq!(names("Logon"), "");
        assert_eq!(names(""), "");
    }

    #[test]
    fn only_the_named_empty_lists_are_omitted() {
        let mut body = json!({"a": [], "b": [], "c": [{"a": [], "b": [1], "d": {"a": []}}], "a2": null});
        omit_empty_lists(&mut body, &["a", "c"]);
        assert_eq!(body, json!({"b": [], "c": [{"b": [1], "d": {}}], "a2": null}));
    }
}
