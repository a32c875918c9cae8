//! The declarations compared with the API's contract, `data/accounts.json`, field by field.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::{Map, Value, json};
use vox_accounts::prelude::*;
use vox_accounts::{METHODS, vox_core};
use vox_core::meta::{
    CredentialsIn, DefaultValue, FieldType, FlatParam, Kind, MethodMeta, ParamMeta, ParamType, RecordMeta,
    ResponseMeta,
};
use vox_core::methods::DeclaredMethod;
use vox_core::rules::Rule;

fn contract() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/accounts.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The items of a list in the contract.
fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

/// The items of a list in the contract, by name.
fn by_name<'v>(value: &'v Value, key: &str) -> BTreeMap<&'v str, &'v Value> {
    list(value, key).iter().map(|item| (text(item, "name"), item)).collect()
}

/// The methods of the reference page. `GetAccountVerifications` is newer: `platform/contract.rs` compares it.
fn methods() -> impl Iterator<Item = &'static DeclaredMethod> {
    METHODS.iter().filter(|method| method.name != "GetAccountVerifications")
}

/// Calls `assert` with each method and its place in the contract.
fn each_method(assert: impl Fn(&'static MethodMeta, &Value)) {
    let contract = contract();
    for (method, expected) in methods().zip(list(&contract, "methods")) {
        assert(method, expected);
    }
}

/// Calls `assert` with each parameter, its place in the contract and a label for messages.
fn each_param(assert: impl Fn(FlatParam, &Value, &str)) {
    each_method(|method, expected| {
        for (param, expected) in method.flat_params().zip(list(expected, "params")) {
            assert(param, expected, &format!("{}.{}", method.name, param.meta.name));
        }
    });
}

#[test]
fn all_methods_and_parameters_are_declared_in_order() {
    let contract = contract();
    let expected: Vec<_> = list(&contract, "methods").iter().map(|method| text(method, "name")).collect();
    assert_eq!(methods().map(|method| method.name).collect::<Vec<_>>(), expected);
    assert_eq!((expected.len(), METHODS.len()), (15, 16));
    each_method(|method, expected| {
        let expected: Vec<_> = list(expected, "params").iter().map(|param| text(param, "name")).collect();
        let names: Vec<_> = method.flat_params().map(|param| param.meta.name).collect();
        assert_eq!(names, expected, "{}", method.name);
    });
    assert_eq!(methods().map(|method| method.flat_params().count()).sum::<usize>(), 111);
}

#[test]
fn roles_and_kinds_agree() {
    each_method(|method, expected| {
        let roles = method.roles.map(|roles| roles.iter().map(|role| role.name()).collect::<Vec<_>>());
        assert_eq!(json!(roles), expected["roles"], "{}", method.name);
        let kind = if expected["idempotent_read"] == true { Kind::Read } else { Kind::Write };
        assert_eq!(method.kind, kind, "{}", method.name);
    });
}

#[test]
fn requests_with_a_parents_secret_carry_their_credentials() {
    // The contract does not state it: these are the methods with a group `parent_auth`.
    each_method(|method, expected| {
        let in_request = by_name(expected, "groups").contains_key("parent_auth");
        let credentials = if in_request { CredentialsIn::Request } else { CredentialsIn::Client };
        assert_eq!(method.credentials, credentials, "{}", method.name);
    });
}

#[test]
fn types_and_requirements_agree() {
    each_param(|param, expected, label| {
        assert_eq!(param.meta.value().kind.name(), expected["type"], "{label}");
        assert_eq!(json!(param.required), expected["required"], "{label}");
        assert_eq!(json!(param.meta.is_secret()), expected["secret"], "{label}");
    });
}

#[test]
fn defaults_agree() {
    each_param(|param, expected, label| {
        assert_eq!(json!(param.meta.default), expected["default"], "{label}");
        let sentence = matches!(param.meta.default, Some(DefaultValue::Sentence(_)));
        assert_eq!(sentence, expected["default_is_description"] == true, "{label}");
    });
}

/// A group that the reference's own example contradicts: it gives no member, and gets all children. So it is not declared.
const CONTRADICTED_GROUP: &str = "child_account_filter";

/// The group of a parameter, as far as it is declared.
fn declared_group(param: &Value) -> Value {
    let group = &param["one_of_group"];
    if *group == CONTRADICTED_GROUP { Value::Null } else { group.clone() }
}

#[test]
fn groups_agree() {
    each_param(|param, expected, label| {
        assert_eq!(json!(param.one_of.or(param.any_of)), declared_group(expected), "{label}");
    });
    each_method(|method, expected| {
        for group in list(expected, "groups").iter().filter(|group| group["name"] != CONTRADICTED_GROUP) {
            let name = text(group, "name");
            let members: Vec<_> =
                method.flat_params().filter(|param| param.one_of.or(param.any_of) == Some(name)).collect();
            let names: Vec<_> = members.iter().map(|param| param.meta.name).collect();
            assert_eq!(json!(names), group["members"], "{}.{name}", method.name);
            for member in members {
                assert_eq!(group_kind(member), text(group, "kind"), "{}.{name}", method.name);
            }
        }
    });
}

/// The contract's name for a kind of group.
fn group_kind(member: FlatParam) -> &'static str {
    match (member.one_of.is_some(), member.required) {
        (true, true) => "exactly_one",
        (true, false) => "at_most_one",
        (false, _) => "at_least_one",
    }
}

#[test]
fn rules_agree() {
    let contract = contract();
    let enums = by_name(&contract, "enums");
    each_param(|param, expected, label| {
        let expected = expected["constraints"].as_object().unwrap();
        assert_eq!(constraints(param.meta, expected, &enums, label), *expected, "{label}");
    });
}

/// The constraints of a declaration, in the form of the contract.
fn constraints(
    param: &'static ParamMeta,
    expected: &Map<String, Value>,
    enums: &BTreeMap<&str, &Value>,
    label: &str,
) -> Map<String, Value> {
    let mut found = Map::new();
    for rule in param.rules {
        let (key, value) = constraint(*rule, expected, label);
        found.insert(key.to_owned(), value);
    }
    // A number that cannot be negative is an unsigned type, not a rule. Ids are unsigned too, which the contract does
    // not say.
    if param.value().unsigned && param.value().kind == ParamType::Number && expected.contains_key("min") {
        found.insert("min".to_owned(), json!(0));
    }
    // The format of a date belongs to its type, not to a rule.
    if param.value().kind == ParamType::Date {
        found.insert("format".to_owned(), json!("YYYY-MM-DD"));
    }
    if let Some(word) = param.value().all_word {
        found.insert("all_word".to_owned(), json!(word));
    }
    if let Some(known) = param.value().values {
        let key = if param.value().kind == ParamType::StringList { "item_enum" } else { "enum" };
        let name = expected.get(key).and_then(Value::as_str).unwrap_or_default();
        assert_eq!(known.values, values(name, enums), "{label}");
        // One type serves the request's filter and the response: the response has one value more.
        assert_eq!(known.name, name.trim_end_matches("Filter"), "{label}");
        found.insert(key.to_owned(), json!(name));
    }
    // The contract states the check of passwords only by its pattern.
    if found.get("format") == Some(&json!("password")) {
        found.remove("format");
    }
    found
}

fn constraint(rule: Rule, expected: &Map<String, Value>, label: &str) -> (&'static str, Value) {
    match rule {
        Rule::MinLen(limit) => ("min_len", json!(limit)),
        Rule::MaxLen(limit) => ("max_len", json!(limit)),
        Rule::MaxBytes(limit) => ("max_bytes", json!(limit)),
        Rule::MinItems(limit) => ("min_items", json!(limit)),
        Rule::MaxItems(limit) => ("max_items", json!(limit)),
        Rule::Min(bound) => ("min", json!(bound)),
        Rule::Max(bound) => ("max", json!(bound)),
        Rule::Each(_) => panic!("{label}: the contract has no rules of items"),
        // The contract's pattern includes the lengths, the declaration's does not: see `patterns_match_the_same_strings`.
        Rule::Pattern(_) => {
            ("pattern", expected.get("pattern").cloned().unwrap_or_else(|| panic!("{label}")))
        }
        Rule::Check(check) => match check.pattern {
            // The contract's pattern includes the length, and no line breaks.
            Some(pattern) => {
                assert_eq!(
                    format!("{}.{{8,}}$", pattern.replace(r"[\s\S]", ".")),
                    expected["pattern"],
                    "{label}"
                );
                ("pattern", expected["pattern"].clone())
            }
            None => ("format", json!(check.name)),
        },
    }
}

/// The values of an enum as declared.
fn values<'v>(name: &str, enums: &BTreeMap<&str, &'v Value>) -> Vec<&'v str> {
    let values = |name: &str| list(enums[name], "values").iter().map(|value| value.as_str().unwrap());
    match name {
        // The types of the reference, then those of the vendor's newer SDKs.
        "ResourceType" => values(name).chain(values("ResourceTypeNewerOnly")).collect(),
        "VerificationStatusFilter" => values("VerificationStatus").collect(),
        _ => values(name).collect(),
    }
}

/// The contract has two enums for the filter and the response, vox has one.
#[test]
fn the_filter_of_verifications_has_all_its_values() {
    let contract = contract();
    for value in list(by_name(&contract, "enums")["VerificationStatusFilter"], "values") {
        let status = VerificationStatus::from(value.as_str().unwrap());
        assert!(!matches!(status, VerificationStatus::Other(_)), "{value}");
    }
}

#[test]
fn enums_of_responses_agree() {
    let contract = contract();
    let enums = by_name(&contract, "enums");
    assert_eq!(DocumentStatus::VALUES, values("DocumentStatus", &enums));
    assert_eq!(VerificationStatus::VALUES, values("VerificationStatus", &enums));
    assert_eq!(ResourceType::VALUES.len(), 61 + 162);
}

/// Whether a string satisfies the lengths and the pattern of a declaration.
fn holds(param: &ParamMeta, text: &str) -> bool {
    param.rules.iter().all(|rule| match *rule {
        Rule::MinLen(limit) => text.chars().count() >= limit,
        Rule::MaxLen(limit) => text.chars().count() <= limit,
        Rule::Pattern(pattern) => pattern.matches(text),
        _ => true,
    })
}

/// The contract's pattern of account names.
const NAME: &str = "^[a-z][a-z0-9-]{4,19}$";

/// Whether a string matches `NAME`.
fn is_name(text: &str) -> bool {
    let others = |character: char| matches!(character, 'a'..='z' | '0'..='9' | '-');
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(others)
        && (5..=20).contains(&text.len())
}

#[test]
fn patterns_match_the_same_strings() {
    let mut found = 0;
    let contract = contract();
    for (method, expected) in methods().zip(list(&contract, "methods")) {
        for (param, expected) in method.flat_params().zip(list(expected, "params")) {
            if !param.meta.rules.iter().any(|rule| matches!(rule, Rule::Pattern(_))) {
                continue;
            }
            assert_eq!(text(&expected["constraints"], "pattern"), NAME, "{}", method.name);
            found += 1;
            let texts = prop_oneof![
                string_regex(NAME.trim_matches(['^', '$'])).unwrap(),
                string_regex("[a-zA-Z0-9 _-]{0,22}").unwrap(),
                string_regex("[a-z]{3,4}[a-z0-9é-]{0,18}").unwrap(),
                proptest::collection::vec(any::<char>(), 0..22).prop_map(String::from_iter),
            ];
            proptest!(ProptestConfig::with_cases(2000), |(text in texts)| {
                prop_assert_eq!(holds(param.meta, &text), is_name(&text), "{:?}", text);
            });
        }
    }
    assert_eq!(found, 2, "the names of AddAccount and CloneAccount");
}

#[test]
fn responses_agree() {
    let contract = contract();
    let structures = by_name(&contract, "structures");
    each_method(|method, expected| {
        let fields = without_ack(method, list(&expected["returns"], "fields"));
        match method.response {
            ResponseMeta::Record(record) => {
                assert_eq!(record.name, format!("{}Response", method.name));
                same_fields(record, &fields, &structures);
            }
            ResponseMeta::Nothing => assert!(fields.is_empty(), "{} returns {fields:?}", method.name),
            other => panic!("the response of {} is declared as {other:?}", method.name),
        }
    });
}

/// The contract's fields without the acknowledgment, which must be among them.
fn without_ack(method: &MethodMeta, fields: &[Value]) -> Vec<Value> {
    let mut fields = fields.to_vec();
    if let Some(ack) = method.ack {
        let index = fields.iter().position(|field| field["name"] == ack.name);
        let field = fields.remove(index.unwrap_or_else(|| panic!("{} does not return {ack:?}", method.name)));
        assert_eq!(field["type"], "number", "the acknowledgment of {}", method.name);
    }
    fields
}

/// Compares a record with the contract's fields, and every record in it with its structure.
fn same_fields(record: &'static RecordMeta, expected: &[Value], structures: &BTreeMap<&str, &Value>) {
    let names: Vec<_> = record.fields.iter().map(|field| field.name).collect();
    let expected_names: Vec<_> = expected.iter().map(|field| text(field, "name")).collect();
    assert_eq!(names, expected_names, "{}", record.name);
    for (field, expected) in record.fields.iter().zip(expected) {
        let label = format!("{}.{}", record.name, field.name);
        let field_type = (field.value)();
        assert_eq!(field_type.to_string(), expected_type(expected), "{label}");
        // Only ids and single results are required; everything else may be missing, even if the contract requires it.
        assert!(!field.required || expected["optional"] == false, "{label}");
        // Structures mark secrets; the lists of returned fields only mention them.
        let secret = expected["secret"] == true || text(expected, "notes").starts_with("SECRET");
        assert_eq!(field.secret, secret, "{label}");
        if let (FieldType::Enum(known), Some(name)) = (&field_type, expected["enum"].as_str()) {
            assert_eq!(known.name, name, "{label}");
        }
        if let Some(inner) = inner_record(&field_type) {
            let structure = text(expected, "type").trim_matches(['[', ']']);
            same_fields(inner, list(structures[structure], "fields"), structures);
        }
    }
}

fn expected_type(expected: &Value) -> String {
    // The SDKs declare some prices as whole numbers; the contract has a safe type for these.
    let word = expected["safe_type"].as_str().unwrap_or_else(|| text(expected, "type"));
    match (text(expected, "name"), word) {
        // An amount of money, though the example of the documentation shows a whole one.
        ("grace_credit", "number") => "decimal".to_owned(),
        // Names of types are in camel case.
        _ => word.replace("ClonedACD", "ClonedAcd"),
    }
}

fn inner_record(field: &FieldType) -> Option<&'static RecordMeta> {
    match field {
        FieldType::Record(record) => Some(record),
        FieldType::List(item) => inner_record(item),
        _ => None,
    }
}

/// The flat list that `cargo run --example metadata` prints.
#[test]
fn the_exported_metadata_agrees_with_the_contract() {
    let contract = contract();
    let exported = serde_json::to_value(METHODS).unwrap();
    for (method, expected) in exported.as_array().unwrap().iter().zip(list(&contract, "methods")) {
        assert_eq!(method["name"], expected["name"]);
        assert_eq!(method["roles"], expected["roles"]);
        assert!(!text(method, "summary").is_empty());
        let acknowledges = !method["ack"].is_null();
        assert_eq!(
            acknowledges,
            list(&expected["returns"], "fields").iter().any(is_acknowledgment),
            "{}",
            method["name"]
        );
        for (param, expected) in list(method, "params").iter().zip(list(expected, "params")) {
            for key in ["name", "type", "required", "default", "secret"] {
                assert_eq!(param[key], expected[key], "{}", param["name"]);
            }
            let (one_of, any_of) = (&param["one_of"], &param["any_of"]);
            assert!(one_of.is_null() || any_of.is_null(), "{}", param["name"]);
            let group = if one_of.is_null() { any_of } else { one_of };
            assert_eq!(*group, declared_group(expected), "{}", param["name"]);
            assert!(!text(param, "doc").is_empty(), "{}", param["name"]);
        }
    }
}

/// Whether a returned field is an acknowledgment: a number named `result`.
fn is_acknowledgment(field: &Value) -> bool {
    field["name"] == "result" && field["type"] == "number"
}

/// Includes one-of groups, and the parameters of the client's credentials.
#[test]
fn no_two_parameters_share_a_name_on_the_wire() {
    for method in METHODS {
        let mut names: Vec<_> = method.flat_params().map(|param| param.meta.name).collect();
        if method.credentials == CredentialsIn::Client {
            // The client sends the account's id once, also if the method has it.
            names.retain(|name| *name != "account_id");
            names.extend(["account_id", "account_name", "account_email", "api_key"]);
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{}", method.name);
    }
}
