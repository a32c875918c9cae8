//! Defaults: they must be values that the parameter can have.

use proc_macro2::Ident;
use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Diagnostics, source};
use crate::model::{DefaultLiteral, DefaultValue, Rule};
use crate::syntax::param::RawParam;
use crate::types::{TypeClass, may_be_users};

/// Checks the default of a parameter whose type, without `Option`, is `ty`.
pub(super) fn check(
    raw: &RawParam,
    ty: &Type,
    rules: &[Rule],
    diagnostics: &mut Diagnostics,
) -> Option<DefaultValue> {
    if let (Some(_), Some(sentence)) = (&raw.default, &raw.default_text) {
        let message = "`default` and `default_text` cannot be combined: keep `default` for a value, `default_text` for a \
                       sentence";
        diagnostics.error(&sentence.key, message);
    }
    let Some(literal) = &raw.default else {
        return raw.default_text.as_ref().map(|given| DefaultValue::Sentence(given.value.0.clone()));
    };
    let mismatch = mismatch(&literal.value, ty).filter(|_| !may_be_users(ty));
    if let Some(message) = mismatch.or_else(|| violated(&literal.value, rules)) {
        diagnostics.error(literal, message);
    }
    Some(DefaultValue::Literal(literal.value.clone(), literal.tokens.span()))
}

/// What is wrong with a default if the parameter is required.
pub(super) fn of_required<'r>(raw: &'r RawParam, ty: &Type) -> Option<(&'r Ident, String)> {
    let key = raw.default.as_ref().map(|given| &given.key);
    let key = key.or(raw.default_text.as_ref().map(|given| &given.key))?;
    let message = format!(
        "a required parameter has no default: make the type `Option<{}>`, or remove `{key}`",
        source(ty)
    );
    Some((key, message))
}

/// Why the default is wrong if the type is that of `vox-core`, and not one of the user's with its name.
pub(super) fn unless_users(default: &DefaultValue, ty: &Type) -> Option<String> {
    match default {
        DefaultValue::Literal(literal, _) if may_be_users(ty) => mismatch(literal, ty),
        _ => None,
    }
}

/// Why the literal is not a value of the type.
fn mismatch(literal: &DefaultLiteral, ty: &Type) -> Option<String> {
    if TypeClass::of(ty) == TypeClass::File {
        return Some("a file has no default: remove `default`".to_owned());
    }
    let (expected, found) = (expected(ty), description(literal));
    let fits = match (TypeClass::of(ty), literal) {
        (TypeClass::Bool, DefaultLiteral::Bool(_))
        | (TypeClass::Float | TypeClass::Decimal, DefaultLiteral::Number(_))
        | (
            TypeClass::String | TypeClass::Secret | TypeClass::Char | TypeClass::Time,
            DefaultLiteral::String(_),
        )
        | (TypeClass::List, DefaultLiteral::String(_) | DefaultLiteral::Number(_))
        | (TypeClass::Other, _) => true,
        (TypeClass::Date, DefaultLiteral::String(text)) => is_date(text),
        (TypeClass::Integer { least, greatest }, DefaultLiteral::Number(number)) => {
            number.is_whole() && (least..=greatest).contains(&number.mantissa)
        }
        _ => false,
    };
    (!fits).then(|| format!("expected {expected} as the default of a `{}`; found {found}", source(ty)))
}

fn expected(ty: &Type) -> String {
    match TypeClass::of(ty) {
        TypeClass::Bool => "`true` or `false`".to_owned(),
        TypeClass::Integer { least, greatest } => format!("a whole number from {least} to {greatest}"),
        TypeClass::Float | TypeClass::Decimal => "a number".to_owned(),
        TypeClass::Time => "a time in quotes, as in `\"2026-01-31 18:05:00\"`".to_owned(),
        TypeClass::Date => "a date in quotes, as in `\"2026-01-31\"`".to_owned(),
        _ => "a string in quotes".to_owned(),
    }
}

/// Year, month and day, as in `2026-01-31`.
fn is_date(text: &str) -> bool {
    let well_formed = text.len() == 10 && text.is_ascii();
    let numbers: Vec<u32> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = numbers[..] else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    well_formed && (1..=days).contains(&day)
}

fn description(literal: &DefaultLiteral) -> String {
    match literal {
        DefaultLiteral::Bool(value) => format!("the boolean `{value}`"),
        DefaultLiteral::Number(number) => format!("the number `{number}`"),
        DefaultLiteral::String(text) => format!("the string `\"{text}\"`"),
    }
}

/// The first rule that the literal violates.
fn violated(literal: &DefaultLiteral, rules: &[Rule]) -> Option<String> {
    let rule = rules.iter().find(|rule| !holds(rule, literal))?;
    let rule = match rule {
        Rule::MinLen(limit) => format!("min_len = {limit}"),
        Rule::MaxLen(limit) => format!("max_len = {limit}"),
        Rule::MaxBytes(limit) => format!("max_bytes = {limit}"),
        Rule::Pattern(pattern) => format!("pattern = \"{}\"", pattern.source),
        Rule::Min(bound) => format!("min = {bound}"),
        Rule::Max(bound) => format!("max = {bound}"),
        Rule::Check(_) | Rule::MinItems(_) | Rule::MaxItems(_) | Rule::Each(_) => return None,
    };
    Some(format!("the default violates the rule `{rule}` of the parameter; found {}", description(literal)))
}

fn holds(rule: &Rule, literal: &DefaultLiteral) -> bool {
    match (rule, literal) {
        (Rule::MinLen(limit), DefaultLiteral::String(text)) => text.chars().count() >= *limit,
        (Rule::MaxLen(limit), DefaultLiteral::String(text)) => text.chars().count() <= *limit,
        (Rule::MaxBytes(limit), DefaultLiteral::String(text)) => text.len() <= *limit,
        (Rule::Pattern(pattern), DefaultLiteral::String(text)) => pattern.matches(text),
        (Rule::Min(bound), DefaultLiteral::Number(number)) => number >= bound,
        (Rule::Max(bound), DefaultLiteral::Number(number)) => number <= bound,
        _ => true,
    }
}
