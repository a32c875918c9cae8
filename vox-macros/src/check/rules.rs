//! The rules of a parameter.

use syn::{Ident, Type};

use super::bounds::{judge_counts, judge_lengths, judge_numbers};
use crate::diag::{Diagnostics, source};
use crate::model::Rule;
use crate::pattern::Table;
use crate::syntax::keys::Given;
use crate::syntax::param::RawRules;
use crate::syntax::values::Text;
use crate::types::TypeClass;

/// Checks the rules against the type and against each other.
pub(super) fn check(name: &str, ty: &Type, raw: &RawRules, diagnostics: &mut Diagnostics) -> Vec<Rule> {
    let class = TypeClass::of(ty);
    let subject = Subject { name, ty, class };
    if !class.may_be_text() {
        subject.refuse(&raw.text_keys(), "texts", diagnostics);
    }
    if !class.may_be_number() {
        subject.refuse(&raw.number_keys(), "numbers", diagnostics);
    }
    if !class.may_be_list() {
        subject.refuse(&raw.list_keys(), "lists", diagnostics);
    }
    judge_counts(raw.min_len.as_ref(), raw.max_len.as_ref(), "text", diagnostics);
    judge_counts(raw.min_items.as_ref(), raw.max_items.as_ref(), "item", diagnostics);
    judge_numbers(ty, raw.min.as_ref(), raw.max.as_ref(), diagnostics);
    collect(raw, diagnostics)
}

/// What rules are about.
struct Subject<'s> {
    name: &'s str,
    ty: &'s Type,
    class: TypeClass,
}

impl Subject<'_> {
    fn refuse(&self, keys: &[&Ident], kind: &str, diagnostics: &mut Diagnostics) {
        let Self { name, ty, class } = self;
        let hint = match class {
            TypeClass::Text | TypeClass::Secret => "; texts have `min_len`, `max_len`, `pattern` and `check`",
            TypeClass::Integer { .. } | TypeClass::Float | TypeClass::Decimal => {
                "; numbers have `min` and `max`"
            }
            TypeClass::List => "; lists have `min_items` and `max_items`",
            _ => ": remove it",
        };
        for key in keys {
            let message = format!(
                "`{key}` is a rule for {kind}; `{name}` is {} (`{}`){hint}",
                class.words(),
                source(ty)
            );
            diagnostics.error(*key, message);
        }
    }
}

/// The rules in the order they are checked.
fn collect(raw: &RawRules, diagnostics: &mut Diagnostics) -> Vec<Rule> {
    let mut rules = Vec::new();
    rules.extend(raw.min_len.as_ref().map(|rule| Rule::MinLen(rule.value.0)));
    rules.extend(raw.max_len.as_ref().map(|rule| Rule::MaxLen(rule.value.0)));
    rules.extend(raw.pattern.as_ref().and_then(|rule| pattern(rule, raw, diagnostics)));
    rules.extend(raw.check.as_ref().map(|rule| Rule::Check(rule.value.0.clone())));
    rules.extend(raw.min.as_ref().map(|rule| Rule::Min(rule.value.0.clone())));
    rules.extend(raw.max.as_ref().map(|rule| Rule::Max(rule.value.0.clone())));
    rules.extend(raw.min_items.as_ref().map(|rule| Rule::MinItems(rule.value.0)));
    rules.extend(raw.max_items.as_ref().map(|rule| Rule::MaxItems(rule.value.0)));
    rules
}

fn pattern(given: &Given<Text>, raw: &RawRules, diagnostics: &mut Diagnostics) -> Option<Rule> {
    let source = given.value.0.clone();
    let table = match Table::compile(&source) {
        Ok(table) => table,
        Err(error) => {
            diagnostics.error(given, error.0);
            return None;
        }
    };
    match table.lengths() {
        None => {
            let fix =
                if source.starts_with('/') { ": write it without the `/` and what follows" } else { "" };
            diagnostics.error(given, format!("no text can match this pattern, so no value is allowed{fix}"));
        }
        Some(_) if table.matches_everything() => {
            diagnostics.error(given, "every text matches this pattern: remove it");
        }
        Some(lengths) => judge_lengths(lengths, given, raw, diagnostics),
    }
    Some(Rule::Pattern { source, table: Box::new(table) })
}
