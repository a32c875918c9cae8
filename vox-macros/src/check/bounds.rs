//! Bounds that hold always, never, or contradict each other.

use quote::ToTokens;
use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::number::Number;
use crate::pattern::Lengths;
use crate::syntax::keys::Given;
use crate::syntax::param::RawRules;
use crate::syntax::values::{Bound, Count, Text};
use crate::types::TypeClass;

/// Judges the two bounds of a number of characters or items.
pub(super) fn judge_counts(
    least: Option<&Given<Count>>,
    most: Option<&Given<Count>>,
    unit: &str,
    diagnostics: &mut Diagnostics,
) {
    if let Some(least) = least.filter(|least| least.value.0 == 0) {
        let message = format!("`{} = 0` always holds: remove it", least.key);
        diagnostics.error(least, message);
    }
    if let Some(most) = most.filter(|most| most.value.0 == 0) {
        let message = format!("`{} = 0` allows no {unit} at all: expected at least 1", most.key);
        diagnostics.error(most, message);
    }
    if let (Some(least), Some(most)) = (least, most)
        && least.value.0 > most.value.0
    {
        refuse_contradiction(least, most, &least.value.0.to_string(), &most.value.0.to_string(), diagnostics);
    }
}

/// Judges a pattern beside the bounds of a text's length.
pub(super) fn judge_lengths(
    lengths: Lengths,
    pattern: &Given<Text>,
    rules: &RawRules,
    diagnostics: &mut Diagnostics,
) {
    if let (Some(bound), Some(most)) = (&rules.min_len, lengths.most)
        && bound.value.0 > most
    {
        let matched = format!("the pattern matches no text of more than {}", characters(most));
        refuse_length("min_len", bound, pattern, &matched, diagnostics);
    }
    if let Some(bound) = rules.max_len.as_ref().filter(|bound| bound.value.0 < lengths.least) {
        let matched = format!("the pattern matches no text of fewer than {}", characters(lengths.least));
        refuse_length("max_len", bound, pattern, &matched, diagnostics);
    }
}

fn refuse_length(
    key: &str,
    bound: &Given<Count>,
    pattern: &Given<Text>,
    matched: &str,
    diagnostics: &mut Diagnostics,
) {
    let message = format!("{matched}, but `{key} = {}`: no value is allowed", bound.value.0);
    diagnostics.conflict(bound, pattern, message);
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

/// Judges the two bounds of a number.
pub(super) fn judge_numbers(
    ty: &Type,
    least: Option<&Given<Bound>>,
    most: Option<&Given<Bound>>,
    diagnostics: &mut Diagnostics,
) {
    if let TypeClass::Integer { least: from, greatest: to } = TypeClass::of(ty) {
        let range = (number(from), number(to));
        if let Some(bound) = least {
            judge_integer(ty, bound, bound.value.0 <= range.0, bound.value.0 > range.1, diagnostics);
        }
        if let Some(bound) = most {
            judge_integer(ty, bound, bound.value.0 >= range.1, bound.value.0 < range.0, diagnostics);
        }
    }
    if let (Some(least), Some(most)) = (least, most)
        && least.value.0 > most.value.0
    {
        refuse_contradiction(least, most, &least.value.0.text(), &most.value.0.text(), diagnostics);
    }
}

fn number(text: &str) -> Number {
    Number::parse(text).expect("the ranges of integers are numbers")
}

fn judge_integer(ty: &Type, bound: &Given<Bound>, always: bool, never: bool, diagnostics: &mut Diagnostics) {
    let (key, text, ty) = (&bound.key, bound.value.0.text(), source(ty));
    if !bound.value.0.is_whole() {
        diagnostics
            .error(bound, format!("expected a whole number, as `{ty}` has no fractions; found `{text}`"));
    } else if never {
        diagnostics.error(bound, format!("`{key} = {text}` never holds for `{ty}`: no value is allowed"));
    } else if always {
        diagnostics.error(bound, format!("`{key} = {text}` always holds for `{ty}`: remove it"));
    }
}

fn refuse_contradiction<T>(
    least: &Given<T>,
    most: &Given<T>,
    from: &str,
    to: &str,
    diagnostics: &mut Diagnostics,
) {
    let message = format!(
        "`{0} = {from}` is above `{1} = {to}`, so no value is allowed: make `{0}` at most {to}",
        least.key, most.key
    );
    diagnostics.conflict(&least.to_token_stream(), &most.to_token_stream(), message);
}
