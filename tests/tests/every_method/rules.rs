//! Each declared rule rejects a request that violates it.

use vox_core::error::{Violation, ViolationKind};
use vox_core::meta::{FlatParam, ParamType};
use vox_core::methods::DeclaredMethod;
use vox_core::rules::{Bound, RequestRule, Rule};
use vox_core::server::Form;
use vox_core::{Decimal, File};
use vox_tests::requests::{full, minimal, with};

use crate::requests::without;

/// A valid request with this parameter, or with one of the group of this name.
fn request_with(method: &DeclaredMethod, name: &'static str) -> Form {
    let is_named = |param: &FlatParam| param.meta.name == name || param.one_of == Some(name);
    with(method, method.flat_params().find(is_named).unwrap().meta.name)
}

/// Whether a request has a parameter, or one of the group of this name.
fn has(method: &DeclaredMethod, form: &Form, name: &str) -> bool {
    let is_named =
        |param: &str| param == name || method.param(param).is_some_and(|it| it.one_of == Some(name));
    form.iter().any(|(param, _)| is_named(param)) || form.files().any(|(param, _)| is_named(param))
}

/// The request without a parameter, or without those of the group of this name.
fn without_param(method: &DeclaredMethod, form: &Form, name: &str) -> Form {
    without(form, |param| {
        param == name
            || method.param(param).is_some_and(|it| it.one_of == Some(name) || it.with == Some(name))
    })
}

/// The request with another value for a parameter.
fn with_value(method: &DeclaredMethod, form: &Form, param: &FlatParam, value: &str) -> Form {
    let name = param.meta.name;
    let mut changed = without(form, |given| given == name);
    if param.meta.value().kind == ParamType::File {
        changed.push_file(name, File::from(value.to_owned()));
    } else {
        changed.push(name, value);
    }
    assert!(has(method, &changed, name));
    changed
}

fn violations(method: &DeclaredMethod, form: &Form) -> Vec<Violation> {
    match method.check(form) {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().cloned().collect(),
    }
}

/// The rule's name in violations, and values that violate it.
fn broken(rule: &Rule) -> (&'static str, Vec<String>) {
    let many = |count: usize| (0..count).map(|_| "1").collect::<Vec<_>>().join(";");
    let beyond = |bound: Bound, step: i64| vec![(bound.to_decimal() + Decimal::from(step)).to_string()];
    match rule {
        Rule::MinLen(limit) => ("min_len", vec!["a".repeat(limit - 1), "1".repeat(limit - 1)]),
        Rule::MaxLen(limit) => ("max_len", vec!["a".repeat(limit + 1)]),
        Rule::MaxBytes(limit) => ("max_bytes", vec!["a".repeat(limit + 1)]),
        Rule::Pattern(_) => {
            ("pattern", ["\u{1}", "/", "!!", "\u{1}".repeat(9).as_str()].map(str::to_owned).to_vec())
        }
        Rule::Min(bound) => ("min", beyond(*bound, -1)),
        Rule::Max(bound) => ("max", beyond(*bound, 1)),
        Rule::MinItems(limit) => ("min_items", vec![many(limit - 1)]),
        Rule::MaxItems(limit) => ("max_items", vec![many(limit + 1)]),
        Rule::Check(check) => (check.name, ["\u{1}", "1!", "not this"].map(str::to_owned).to_vec()),
        Rule::Each(rules) => broken(&rules[0]),
    }
}

#[test]
fn a_value_that_violates_a_rule_of_its_parameter_is_rejected() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for method in vox_api::methods() {
        for param in method.flat_params() {
            let name = param.meta.name;
            let rules = param.meta.rules.iter().flat_map(|rule| match rule {
                Rule::Each(rules) => rules.iter().collect(),
                rule => vec![rule],
            });
            for rule in rules {
                let form = request_with(method, name);
                let (rule_name, values) = broken(rule);
                let is_violated = values.iter().filter(|value| !value.is_empty()).any(|value| {
                    let found = violations(method, &with_value(method, &form, &param, value));
                    found.iter().any(|violation| {
                        // A negative number is not of the type of an unsigned one.
                        let is_rule = violation.kind.rule() == rule_name
                            || (rule_name == "min" && matches!(violation.kind, ViolationKind::Type(_)));
                        violation.param == name && is_rule
                    })
                });
                let has_value = values.iter().any(|value| !value.is_empty());
                if !is_violated && has_value {
                    wrong.push(format!("{}.{name}: {rule_name}", method.name));
                }
                count += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 100, "{count}");
}

#[test]
fn a_request_without_a_required_parameter_is_rejected() {
    for method in vox_api::methods() {
        for param in method.flat_params().filter(|param| param.required && param.with.is_none()) {
            let name = param.one_of.unwrap_or(param.meta.name);
            let form = without_param(method, &request_with(method, name), name);
            let found = violations(method, &form);
            let is_missing = found.iter().any(|violation| match &violation.kind {
                ViolationKind::Missing => violation.param == name,
                ViolationKind::MissingOneOf(names) | ViolationKind::MissingAnyOf(names) => {
                    names.contains(&param.meta.name)
                }
                _ => false,
            });
            assert!(is_missing, "{}.{name}: {found:?}", method.name);
        }
    }
}

#[test]
fn a_request_with_two_of_a_group_is_rejected() {
    let mut count = 0;
    for method in vox_api::methods() {
        let params: Vec<_> = method.flat_params().filter(|param| param.one_of.is_some()).collect();
        for first in &params {
            let same = params.iter().filter(|other| other.one_of == first.one_of && other.with == first.with);
            for second in same.filter(|second| second.meta.name != first.meta.name) {
                let mut form = request_with(method, first.meta.name);
                form.push(second.meta.name, "1");
                let found = violations(method, &form);
                let is_several = |violation: &Violation| match &violation.kind {
                    ViolationKind::SeveralOf(names) => names.contains(&second.meta.name),
                    _ => false,
                };
                assert!(found.iter().any(is_several), "{}: {found:?}", method.name);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_request_that_violates_a_rule_across_parameters_is_rejected() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for method in vox_api::methods() {
        for rule in method.all_rules() {
            let (name, broken) = match rule {
                // What a required parameter needs is a rule as well, which a missing parameter does not violate alone.
                RequestRule::Needs { needs, .. } if needs.iter().all(|name| is_required(method, name)) => {
                    continue;
                }
                RequestRule::Needs { param, needs } => {
                    let form = request_with(method, param);
                    ("needs", vec![needs.iter().fold(form, |form, name| without_param(method, &form, name))])
                }
                RequestRule::AllOf { params, .. } => {
                    let form = request_with(method, params[0]);
                    ("all_of", vec![without_param(method, &form, params[1])])
                }
                RequestRule::AtMost { param, other } => ("at_most", vec![crossed(method, param, other)]),
                RequestRule::Check { name, params, .. } => (name, variations(method, params)),
                other => panic!("no request violates {other:?}"),
            };
            let is_violated = broken
                .iter()
                .any(|form| violations(method, form).iter().any(|violation| violation.kind.rule() == name));
            if !is_violated {
                wrong.push(format!("{}: {rule:?}", method.name));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 50, "{count}");
}

/// A request whose first value is above the second one.
fn crossed(method: &DeclaredMethod, param: &'static str, other: &'static str) -> Form {
    let above = |name| method.param(name).unwrap();
    let (low, high) = match above(param).meta.value().kind {
        ParamType::Number | ParamType::Decimal => ("1", "2"),
        ParamType::UnixTime => ("1769882700", "1769882701"),
        ParamType::Time => ("09:00:00", "18:00:00"),
        ParamType::Date => ("2026-01-30", "2026-01-31"),
        _ => ("2026-01-30 00:00:00", "2026-01-31 00:00:00"),
    };
    let form = with_value(method, &request_with(method, other), &above(other), low);
    with_value(method, &form, &above(param), high)
}

fn is_required(method: &DeclaredMethod, name: &str) -> bool {
    let is_named = |param: &FlatParam| param.meta.name == name || param.one_of == Some(name);
    method.flat_params().any(|param| is_named(&param) && param.required)
}

/// JSON that some check rejects.
const WRONG_JSON: [&str; 3] = [
    r#"[{"sq_skill_id": 1, "sq_skill_level": 9}]"#,
    r#"[{"sq_skill_id": 1, "min_sq_skill_level": 9}]"#,
    r#"{"sq_skill_id": 1}"#,
];

/// Requests that differ from valid ones in these parameters: without one or two, with one more, and with another value of one.
fn variations(method: &DeclaredMethod, checked: &[&'static str]) -> Vec<Form> {
    let is_checked = |param: &FlatParam| {
        checked.iter().any(|name| *name == param.meta.name || param.one_of == Some(*name))
    };
    let params: Vec<FlatParam> = method.flat_params().filter(is_checked).collect();
    let with_each = params.iter().map(|param| with(method, param.meta.name));
    let mut forms = Vec::new();
    for form in with_each.chain(full(method)).chain([minimal(method)]) {
        for (index, first) in params.iter().enumerate() {
            for second in &params[index..] {
                let names = [first.meta.name, second.meta.name];
                forms.push(without(&form, |name| names.contains(&name)));
            }
            let known = first.meta.value().values.map(|known| known.values.to_vec()).unwrap_or_default();
            let values = ["1", "0", "true", "false", "all", "a/b", "[]", "{}", "x"];
            for value in known.into_iter().chain(values).chain(WRONG_JSON) {
                forms.push(with_value(method, &form, first, value));
            }
        }
    }
    forms
}
