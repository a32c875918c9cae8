//! Parameters, groups and rules.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use vox_core::meta::{DefaultValue, FlatParam, MethodMeta, ParamType};
use vox_core::rules::{RequestRule, Rule};

use super::{Aspect, Contract, Differences, items, names, text};

/// The words of notes that state a condition.
const CONDITIONS: [&str; 7] =
    ["APPLE only", "GOOGLE only", "HUAWEI only", "give both ", "needed ", "needs ", "only "];

pub(super) fn compare(
    method: &'static MethodMeta,
    expected: &Value,
    contract: &Contract,
    found: &mut Differences,
) {
    let params: Vec<_> = method.flat_params().collect();
    let declared: BTreeSet<_> = params.iter().map(|param| param.meta.name).collect();
    let expected_params = items(expected, "params");
    for name in declared.symmetric_difference(&names(expected_params)) {
        let is_declared = declared.contains(name);
        let place = format!("{}.{name}", method.name);
        found.compare(&place, Aspect::Presence, &json!(!is_declared), &json!(is_declared));
    }
    for param in params {
        if let Some(expected) = expected_params.iter().find(|expected| expected["name"] == param.meta.name) {
            compare_param(method, param, expected, contract, found);
        }
    }
    for group in items(expected, "groups") {
        compare_group(method, group, found);
    }
}

fn compare_param(
    method: &MethodMeta,
    param: FlatParam,
    expected: &Value,
    contract: &Contract,
    found: &mut Differences,
) {
    let place = format!("{}.{}", method.name, param.meta.name);
    let value = param.meta.value();
    found.compare(&place, Aspect::Type, &json!(expected_type(expected)), &json!(value.kind.name()));
    found.compare(&place, Aspect::Required, &expected["required"], &json!(is_required(param)));
    found.compare(&place, Aspect::Secret, &expected["secret"], &json!(param.meta.is_secret()));
    found.compare(&place, Aspect::Default, &expected["default"], &json!(param.meta.default));
    let sentence = matches!(param.meta.default, Some(DefaultValue::Sentence(_)));
    assert_eq!(sentence, expected["default_is_description"] == true, "{place}");
    found.compare(&place, Aspect::Group, &expected["one_of_group"], &json!(param.one_of.or(param.any_of)));
    let mut constraints = expected["constraints"].as_object().unwrap().clone();
    constraints.values_mut().for_each(without_zero_fraction);
    let values = ["enum", "item_enum"].iter().find_map(|key| constraints.remove(*key));
    let values = values.map(|name| contract.values(name.as_str().unwrap()));
    found.compare(&place, Aspect::Values, &json!(values), &json!(value.values.map(|known| known.values)));
    if let Some(limit) = item_limit(text(expected, "notes")) {
        constraints.insert("each".to_owned(), json!({ "max_len": limit - 1 }));
    }
    let declared = declared_constraints(param, &constraints);
    found.compare(&place, Aspect::Rules, &Value::Object(constraints), &Value::Object(declared));
    let has_condition = states_condition(text(expected, "notes"));
    let has_rule = has_rule(method, param);
    // A check of several parameters also concerns some whose notes state nothing.
    found.compare(&place, Aspect::Condition, &json!(has_condition), &json!(has_condition && has_rule));
}

/// A declared bound is exact and has no `1.0`, only `1`.
fn without_zero_fraction(value: &mut Value) {
    if let Some(number) = value.to_string().strip_suffix(".0").and_then(|number| number.parse::<i64>().ok()) {
        *value = json!(number);
    }
}

/// The type. Numbers that may have a fraction have one only in notes.
fn expected_type(expected: &Value) -> &str {
    let has_fraction = text(expected, "notes").contains("takes a fraction");
    if has_fraction { "decimal" } else { text(expected, "type") }
}

/// The limit of each item's length, which only notes state.
fn item_limit(notes: &str) -> Option<usize> {
    let (_, rest) = notes.split_once("each name shorter than ")?;
    rest.strip_suffix(" characters")?.parse().ok()
}

/// Whether a note states a condition, not only which sources know the parameter.
fn states_condition(notes: &str) -> bool {
    let states = |part: &str| {
        !part.starts_with("only in ") && CONDITIONS.iter().any(|condition| part.starts_with(condition))
    };
    notes.split("; ").any(states)
}

/// Whether every request has it, or another member of its group.
fn is_required(param: FlatParam) -> bool {
    param.required && param.with.is_none()
}

/// Whether a rule decides with which other parameters it is given.
fn has_rule(method: &MethodMeta, param: FlatParam) -> bool {
    let name = param.meta.name;
    let is_listed =
        |params: &[&str]| params.contains(&name) || param.one_of.is_some_and(|group| params.contains(&group));
    let concerns = |rule: &RequestRule| match rule {
        RequestRule::Needs { param, needs } => *param == name || is_listed(needs),
        RequestRule::AllOf { params, .. } | RequestRule::Check { params, .. } => is_listed(params),
        _ => false,
    };
    param.with.is_some() || method.all_rules().any(|rule| concerns(&rule))
}

/// The constraints of a declaration in the terms of the contract, except the known values.
fn declared_constraints(param: FlatParam, expected: &Map<String, Value>) -> Map<String, Value> {
    let value = param.meta.value();
    let mut found: Map<_, _> = param.meta.rules.iter().map(|rule| constraint(*rule)).collect();
    // A number that cannot be negative is an unsigned type. The contract states it of some numbers, and of no id.
    if value.unsigned
        && value.kind == ParamType::Number
        && expected.contains_key("min")
        && !found.contains_key("min")
    {
        found.insert("min".to_owned(), json!(0));
    }
    // The contract states Unix times only in notes.
    if let Some(format) = value.kind.format().filter(|_| value.kind != ParamType::UnixTime) {
        found.insert("format".to_owned(), json!(format));
    }
    if let Some(word) = value.all_word {
        found.insert("all_word".to_owned(), json!(word));
    }
    found
}

fn constraint(rule: Rule) -> (String, Value) {
    let (key, value) = match rule {
        Rule::MinLen(limit) => ("min_len", json!(limit)),
        Rule::MaxLen(limit) => ("max_len", json!(limit)),
        Rule::MaxBytes(limit) => ("max_bytes", json!(limit)),
        Rule::MinItems(limit) => ("min_items", json!(limit)),
        Rule::MaxItems(limit) => ("max_items", json!(limit)),
        Rule::Min(limit) => ("min", json!(limit)),
        Rule::Max(limit) => ("max", json!(limit)),
        Rule::Pattern(pattern) => ("pattern", json!(format!("^{}$", pattern.source))),
        Rule::Each(rules) => ("each", rules.iter().map(|rule| constraint(*rule)).collect()),
        Rule::Check(check) => match check.pattern {
            // The contract's pattern of passwords includes the length, and no line breaks.
            Some(pattern) => ("pattern", json!(format!("{}.{{8,}}$", pattern.replace(r"[\s\S]", ".")))),
            None => ("format", json!(check.name)),
        },
    };
    (key.to_owned(), value)
}

fn compare_group(method: &'static MethodMeta, group: &Value, found: &mut Differences) {
    let name = text(group, "name");
    let place = format!("{}.{name}", method.name);
    let is_member = |param: &FlatParam| [param.one_of, param.any_of].contains(&Some(name));
    let members: Vec<_> = method.flat_params().filter(is_member).collect();
    let kind = members.first().map(|first| match (first.one_of == Some(name), is_required(*first)) {
        (true, true) => "exactly_one",
        (true, false) => "at_most_one",
        (false, _) => "at_least_one",
    });
    found.compare(&place, Aspect::Group, &group["kind"], &json!(kind));
    let declared: BTreeSet<_> = members.iter().map(|param| param.meta.name).collect();
    let expected: BTreeSet<_> =
        items(group, "members").iter().map(|member| member.as_str().unwrap()).collect();
    found.compare(&place, Aspect::Members, &json!(expected), &json!(declared));
}
