//! The rules of a parameter.

use syn::{Type, parse_quote};

use super::bounds::{check_counts, check_lengths, check_numbers};
use crate::diag::{Diagnostics, listed, source};
use crate::model::Rule;
use crate::pattern::Pattern;
use crate::syntax::keys::Given;
use crate::syntax::param::{RawParam, RawRules};
use crate::syntax::values::StringLiteral;
use crate::types::{TypeClass, list_item, may_be_users};

/// The keys of the rules for each kind of value.
const KINDS: [(&str, &[&str]); 3] = [
    ("strings", &["min_len", "max_len", "max_bytes", "pattern", "check"]),
    ("numbers", &["min", "max"]),
    ("lists", &["min_items", "max_items", "each"]),
];

/// Checks the rules against the type and against each other.
pub(super) fn check(raw: &RawParam, ty: &Type, diagnostics: &mut Diagnostics) -> Vec<Rule> {
    let mut rules = check_value(&raw.rules, ty, &format!("`{}`", raw.field_name()), diagnostics);
    if let Some(each) = &raw.rules.each {
        // Of an alias, the type of the items is not known here: then the compiler checks its traits.
        let item = list_item(ty).unwrap_or_else(|| parse_quote!(_));
        let of_items = check_value(each, &item, &format!("an item of `{}`", raw.field_name()), diagnostics);
        rules.extend((!of_items.is_empty()).then_some(Rule::Each(of_items)));
    }
    rules
}

/// Checks the rules of the parameter or of its items, which `what` names.
fn check_value(raw: &RawRules, ty: &Type, what: &str, diagnostics: &mut Diagnostics) -> Vec<Rule> {
    let class = TypeClass::of(ty);
    for key in &raw.keys {
        let rule_of = KINDS.iter().find(|(_, rules)| rules.iter().any(|rule| key == rule));
        let is_wrong = |kind| !class.may_be(kind) && !may_be_users(ty);
        let Some((kind, _)) = rule_of.filter(|(kind, _)| is_wrong(kind)) else { continue };
        let hint = KINDS.iter().find(|(kind, _)| class.may_be(kind)).map_or_else(
            || ": remove it".to_owned(),
            |(kind, rules)| format!("; {kind} have {}", listed(rules, "and")),
        );
        let (class, ty) = (class.description(), source(ty));
        diagnostics.error(key, format!("`{key}` is a rule for {kind}; {what} is {class} (`{ty}`){hint}"));
    }
    check_counts(raw.min_len.as_ref(), raw.max_len.as_ref(), "an empty string", diagnostics);
    check_counts(None, raw.max_bytes.as_ref(), "an empty string", diagnostics);
    check_counts(raw.min_items.as_ref(), raw.max_items.as_ref(), "an empty list", diagnostics);
    check_numbers(ty, raw.min.as_ref(), raw.max.as_ref(), diagnostics);
    collect(raw, diagnostics)
}

/// The rules in the order they are checked.
fn collect(raw: &RawRules, diagnostics: &mut Diagnostics) -> Vec<Rule> {
    let mut rules = Vec::new();
    rules.extend(raw.min_len.as_ref().map(|rule| Rule::MinLen(rule.value.0)));
    rules.extend(raw.max_len.as_ref().map(|rule| Rule::MaxLen(rule.value.0)));
    rules.extend(raw.max_bytes.as_ref().map(|rule| Rule::MaxBytes(rule.value.0)));
    rules.extend(raw.pattern.as_ref().and_then(|rule| pattern(rule, raw, diagnostics)));
    rules.extend(raw.check.as_ref().map(|rule| Rule::Check(rule.value.0.clone())));
    rules.extend(raw.min.as_ref().map(|rule| Rule::Min(rule.value.0)));
    rules.extend(raw.max.as_ref().map(|rule| Rule::Max(rule.value.0)));
    rules.extend(raw.min_items.as_ref().map(|rule| Rule::MinItems(rule.value.0)));
    rules.extend(raw.max_items.as_ref().map(|rule| Rule::MaxItems(rule.value.0)));
    rules
}

fn pattern(given: &Given<StringLiteral>, raw: &RawRules, diagnostics: &mut Diagnostics) -> Option<Rule> {
    match Pattern::parse(&given.value.0) {
        Ok(pattern) => {
            check_lengths(&pattern, raw, diagnostics);
            Some(Rule::Pattern(pattern))
        }
        Err(error) => {
            diagnostics.error(given, error);
            None
        }
    }
}
