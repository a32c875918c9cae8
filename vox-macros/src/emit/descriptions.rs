//! Descriptions of rules and defaults.

use super::markdown::code;
use crate::diag::source;
use crate::model::{DefaultLiteral, DefaultValue, Param, Plain, Rule};
use crate::types::TypeClass;

#[derive(PartialEq, Eq)]
enum End {
    Min,
    Max,
}

/// "5 to 20 characters; must match `[a-z]+`".
fn joined(rules: &[Rule]) -> String {
    let mut parts = Vec::new();
    parts.extend(limits(rules, " character", |rule| match rule {
        Rule::MinLen(limit) => Some((End::Min, limit.to_string())),
        Rule::MaxLen(limit) => Some((End::Max, limit.to_string())),
        _ => None,
    }));
    parts.extend(limits(rules, " byte", |rule| match rule {
        Rule::MaxBytes(limit) => Some((End::Max, limit.to_string())),
        _ => None,
    }));
    parts.extend(limits(rules, "", |rule| match rule {
        Rule::Min(bound) => Some((End::Min, bound.to_string())),
        Rule::Max(bound) => Some((End::Max, bound.to_string())),
        _ => None,
    }));
    parts.extend(limits(rules, " item", |rule| match rule {
        Rule::MinItems(limit) => Some((End::Min, limit.to_string())),
        Rule::MaxItems(limit) => Some((End::Max, limit.to_string())),
        _ => None,
    }));
    parts.extend(rules.iter().filter_map(single));
    parts.join("; ")
}

/// The sentences about a parameter that is no choice, without its relation to others.
pub(super) fn parameter(param: &Param, plain: &Plain) -> Vec<String> {
    let mut sentences = Vec::new();
    if !param.optional {
        sentences.push("Required.".to_owned());
    }
    if !plain.rules.is_empty() {
        sentences.push(format!("{}.", capitalized(&joined(&plain.rules))));
    }
    sentences.extend(plain.default.as_ref().map(default));
    if plain.secret || param.class == TypeClass::Secret {
        sentences.push("A secret: logs mask it.".to_owned());
    }
    sentences
}

fn default(default: &DefaultValue) -> String {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value), _) => format!("Default: `{value}`."),
        DefaultValue::Literal(DefaultLiteral::Number(number), _) => format!("Default: `{number}`."),
        DefaultValue::Literal(DefaultLiteral::String(text), _) if text.is_empty() => {
            "Default: an empty text.".to_owned()
        }
        DefaultValue::Literal(DefaultLiteral::String(text), _) => format!("Default: {}.", code(text)),
        DefaultValue::Sentence(sentence) => format!("Default: {}.", sentence.trim_end_matches('.')),
    }
}

/// The limits of one kind, of which each has at most one rule.
fn limits(rules: &[Rule], unit: &str, limit: fn(&Rule) -> Option<(End, String)>) -> Option<String> {
    let of = |end: End| rules.iter().filter_map(limit).find(|limit| limit.0 == end).map(|limit| limit.1);
    let (text, last) = match (of(End::Min), of(End::Max)) {
        (Some(min), Some(max)) if min == max => (format!("exactly {min}"), max),
        (Some(min), Some(max)) => (format!("{min} to {max}"), max),
        (Some(min), None) => (format!("at least {min}"), min),
        (None, Some(max)) => (format!("at most {max}"), max),
        (None, None) => return None,
    };
    let plural = if unit.is_empty() || last == "1" { "" } else { "s" };
    Some(format!("{text}{unit}{plural}"))
}

fn single(rule: &Rule) -> Option<String> {
    match rule {
        Rule::Pattern(pattern) => Some(format!("must match {}", code(&pattern.source))),
        Rule::Check(path) => Some(check(&source(path))),
        Rule::Each(rules) => Some(format!("each item: {}", joined(rules))),
        _ => None,
    }
}

/// The requirement of a check of `vox-core`; any other check by its name.
fn check(path: &str) -> String {
    let known =
        KNOWN_CHECKS.iter().find(|(known, _)| path == *known || path.ends_with(&format!("::{known}")));
    match known {
        Some((_, requirement)) => format!("{requirement} (`{path}`)"),
        None => format!("must pass `{path}`"),
    }
}

const KNOWN_CHECKS: [(&str, &str); 4] = [
    ("rules::EMAIL", "must be an e-mail address"),
    ("rules::URL", "must be a web address"),
    ("rules::JSON", "must be JSON"),
    (
        "rules::PASSWORD",
        "must contain an upper-case letter, a lower-case letter, a digit and a special character",
    ),
];

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
