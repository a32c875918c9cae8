//! The declarations compared with the API's contract, `data/platform.json`, field by field.
//!
//! [`DEVIATIONS`] lists every deliberate difference; a difference without a line fails, and so does a line without a
//! difference.

mod deviations;
mod requests;
mod responses;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};
use vox_core::meta::{Kind, MethodMeta, Role};

use self::deviations::{Aspect, DEVIATIONS, Deviation};
use crate::methods;

/// The methods that may spend money, which the contract does not state.
const MONEY: [&str; 10] = [
    "A2PSendSms",
    "AppendToCallList",
    "AttachPhoneNumber",
    "CreateCallList",
    "CreateSipRegistration",
    "RecoverCallList",
    "SendSmsMessage",
    "StartConference",
    "StartScenarios",
    "VerifyOutboundTestPhoneNumber",
];

/// The contract of the declared methods.
struct Contract(Value);

impl Contract {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/platform.json");
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    /// The item with this name in a list of the contract.
    fn named(&self, list: &str, name: &str) -> &Value {
        items(&self.0, list)
            .iter()
            .find(|item| item["name"] == name)
            .unwrap_or_else(|| panic!("the contract has no `{name}` in `{list}`"))
    }

    /// The values of an enum, as on the wire.
    fn values(&self, name: &str) -> Vec<String> {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        items(self.named("enums", name), "values").iter().map(text).collect()
    }
}

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

/// The names of a list's items, in alphabetical order: the contract's order tears groups apart.
fn names(list: &[Value]) -> BTreeSet<&str> {
    list.iter().map(|item| text(item, "name")).collect()
}

/// The differences that were found so far.
#[derive(Default)]
struct Differences(BTreeMap<(String, Aspect), (String, String)>);

impl Differences {
    /// Compares what the contract states with the declaration.
    fn compare(&mut self, place: &str, aspect: Aspect, contract: &Value, declared: &Value) {
        if contract != declared {
            self.0.insert((place.to_owned(), aspect), (contract.to_string(), declared.to_string()));
        }
    }
}

#[test]
fn declarations_deviate_from_the_contract_only_as_listed() {
    let contract = Contract::read();
    let mut found = Differences::default();
    for method in methods() {
        let expected = contract.named("methods", method.name);
        compare_method(method, expected, &mut found);
        requests::compare(method, expected, &contract, &mut found);
        responses::compare(method, expected, &contract, &mut found);
    }
    let mut listed = BTreeMap::new();
    for Deviation { place, aspect, contract, declared, reason } in DEVIATIONS {
        assert!(!reason.is_empty(), "{place} has no reason");
        let line = ((*contract).to_owned(), (*declared).to_owned());
        let before = listed.insert(((*place).to_owned(), *aspect), line);
        assert!(before.is_none(), "{place} is listed twice");
    }
    let unlisted: Vec<_> = found.0.iter().filter(|(place, line)| listed.get(*place) != Some(*line)).collect();
    let stale: Vec<_> = listed.iter().filter(|(place, line)| found.0.get(*place) != Some(*line)).collect();
    assert!(unlisted.is_empty() && stale.is_empty(), "unlisted: {unlisted:#?}\nstale: {stale:#?}");
}

fn compare_method(method: &MethodMeta, expected: &Value, found: &mut Differences) {
    let roles = method.roles.map(|roles| roles.iter().map(|role| role.name()).collect::<Vec<_>>());
    found.compare(method.name, Aspect::Roles, &spelled_alike(&expected["roles"]), &json!(roles));
    // A switch such as `is_async` turns some reads into writes.
    let is_read = expected["idempotent_read"] == true && expected["idempotent_read_unless"].is_null();
    found.compare(method.name, Aspect::Kind, &json!(is_read), &json!(method.kind == Kind::Read));
    found.compare(method.name, Aspect::Money, &json!(MONEY.contains(&method.name)), &json!(method.money));
}

/// Roles in one of the two spellings that the reference has.
fn spelled_alike(roles: &Value) -> Value {
    match roles {
        Value::Array(roles) => roles.iter().map(spelled_alike).collect(),
        Value::String(role) if role == "Call list manager" => json!(Role::CallListManager.name()),
        Value::String(role) if role == "User manager" => json!(Role::UserManager.name()),
        other => other.clone(),
    }
}

#[test]
fn every_method_of_the_contract_is_declared_once() {
    let contract = Contract::read();
    let declared: Vec<_> = methods().map(|method| method.name).collect();
    let expected = names(items(&contract.0, "methods"));
    assert_eq!(declared.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(declared.len(), expected.len(), "a method is declared twice");
}

#[test]
fn everything_is_documented() {
    for method in methods() {
        assert!(!method.summary().is_empty(), "{}", method.name);
        for param in method.flat_params() {
            assert!(!param.meta.doc.trim().is_empty(), "{}.{}", method.name, param.meta.name);
        }
    }
}
