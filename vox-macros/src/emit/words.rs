//! Rules and defaults in words, for the documentation of setters.

use crate::diag::source;
use crate::model::{DefaultLiteral, DefaultValue, Plain, Rule};

/// "5 to 20 characters; must match `[a-z]+`".
pub(super) fn rules(rules: &[Rule]) -> String {
    let mut words = Vec::new();
    words.extend(characters(rules));
    words.extend(numbers(rules));
    words.extend(items(rules));
    words.extend(rules.iter().filter_map(single));
    capitalised(&words.join("; "))
}

/// What a setter says below the field's own documentation.
pub(super) fn parameter(plain: &Plain, required: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if required {
        lines.push("Required.".to_owned());
    }
    if !plain.rules.is_empty() {
        lines.push(format!("{}.", rules(&plain.rules)));
    }
    lines.extend(plain.default.as_ref().map(default));
    lines
}

fn default(default: &DefaultValue) -> String {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value)) => format!("Default: `{value}`."),
        DefaultValue::Literal(DefaultLiteral::Number(number)) => format!("Default: `{}`.", number.text()),
        DefaultValue::Literal(DefaultLiteral::Text(text)) => format!("Default: `{text}`."),
        DefaultValue::Sentence(sentence) => format!("Default: {}.", sentence.trim_end_matches('.')),
    }
}

fn characters(rules: &[Rule]) -> Option<String> {
    let least = rules.iter().find_map(|rule| if let Rule::MinLen(limit) = rule { Some(limit) } else { None });
    let most = rules.iter().find_map(|rule| if let Rule::MaxLen(limit) = rule { Some(limit) } else { None });
    range(least, most, " characters")
}

fn items(rules: &[Rule]) -> Option<String> {
    let least =
        rules.iter().find_map(|rule| if let Rule::MinItems(limit) = rule { Some(limit) } else { None });
    let most =
        rules.iter().find_map(|rule| if let Rule::MaxItems(limit) = rule { Some(limit) } else { None });
    range(least, most, " items")
}

fn numbers(rules: &[Rule]) -> Option<String> {
    let least =
        rules.iter().find_map(|rule| if let Rule::Min(bound) = rule { Some(bound.text()) } else { None });
    let most =
        rules.iter().find_map(|rule| if let Rule::Max(bound) = rule { Some(bound.text()) } else { None });
    range(least.as_ref(), most.as_ref(), "")
}

fn range<T: std::fmt::Display + PartialEq>(
    least: Option<&T>,
    most: Option<&T>,
    unit: &str,
) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(format!("exactly {least}{unit}")),
        (Some(least), Some(most)) => Some(format!("{least} to {most}{unit}")),
        (Some(least), None) => Some(format!("at least {least}{unit}")),
        (None, Some(most)) => Some(format!("at most {most}{unit}")),
        (None, None) => None,
    }
    .map(|words| {
        if words.ends_with(" 1 characters") || words.ends_with(" 1 items") { singular(&words) } else { words }
    })
}

fn singular(words: &str) -> String {
    words.trim_end_matches('s').to_owned()
}

fn single(rule: &Rule) -> Option<String> {
    match rule {
        Rule::Pattern { source, .. } => Some(format!("must match `{source}`")),
        Rule::Check(path) => Some(check(&source(path))),
        _ => None,
    }
}

/// The checks of `vox-core` in words; any other by its name.
fn check(path: &str) -> String {
    let words =
        KNOWN_CHECKS.iter().find(|(known, _)| path == *known || path.ends_with(&format!("::{known}")));
    match words {
        Some((_, words)) => format!("{words} (`{path}`)"),
        None => format!("must pass `{path}`"),
    }
}

const KNOWN_CHECKS: [(&str, &str); 3] = [
    ("rules::EMAIL", "must be an e-mail address"),
    ("rules::URL", "must be a web address"),
    (
        "rules::PASSWORD",
        "must contain an upper-case letter, a lower-case letter, a digit and a special character",
    ),
];

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
