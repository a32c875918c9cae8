//! Bounds that always or never hold, or contradict each other.

use std::fmt::Display;

use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::number::Number;
use crate::pattern::Pattern;
use crate::syntax::keys::Given;
use crate::syntax::param::RawRules;
use crate::syntax::values::{Bound, Count};
use crate::types::TypeClass;

/// Checks the two bounds of a number of characters or items. `nothing` is what a maximum of 0 allows.
pub(super) fn check_counts(
    least: Option<&Given<Count>>,
    most: Option<&Given<Count>>,
    nothing: &str,
    diagnostics: &mut Diagnostics,
) {
    if let Some(least) = least.filter(|least| least.value.0 == 0) {
        let message = format!("`{} = 0` always holds: remove it", least.key);
        diagnostics.error(least, message);
    }
    if let Some(most) = most.filter(|most| most.value.0 == 0) {
        let message = format!("`{} = 0` allows only {nothing}: expected at least 1", most.key);
        diagnostics.error(most, message);
    }
    if let (Some(least), Some(most)) = (least, most)
        && least.value.0 > most.value.0
    {
        reject_contradiction(least, most, least.value.0, most.value.0, diagnostics);
    }
}

/// Checks a pattern against the bounds of a string's length.
pub(super) fn check_lengths(pattern: &Pattern, rules: &RawRules, diagnostics: &mut Diagnostics) {
    let (least, most) = (pattern.min_len(), pattern.max_len().unwrap_or(usize::MAX));
    let mut reject = |bound: &Given<Count>, comparison: &str, limit: usize| {
        let message = format!(
            "the pattern matches no string {comparison} than {}, but `{} = {}`: no value is allowed",
            characters(limit),
            bound.key,
            bound.value.0
        );
        diagnostics.error(bound, message);
    };
    if let Some(bound) = rules.min_len.as_ref().filter(|bound| bound.value.0 > most) {
        reject(bound, "longer", most);
    }
    if let Some(bound) = rules.max_len.as_ref().filter(|bound| bound.value.0 < least) {
        reject(bound, "shorter", least);
    }
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

/// Checks the two bounds of a number.
pub(super) fn check_numbers(
    ty: &Type,
    least: Option<&Given<Bound>>,
    most: Option<&Given<Bound>>,
    diagnostics: &mut Diagnostics,
) {
    if let TypeClass::Integer { least: from, greatest: to } = TypeClass::of(ty) {
        let (from, to) = (Number::whole(from), Number::whole(to));
        if let Some(bound) = least {
            check_integer(ty, bound, bound.value.0 <= from, bound.value.0 > to, diagnostics);
        }
        if let Some(bound) = most {
            check_integer(ty, bound, bound.value.0 >= to, bound.value.0 < from, diagnostics);
        }
    }
    if let (Some(least), Some(most)) = (least, most)
        && least.value.0 > most.value.0
    {
        reject_contradiction(least, most, least.value.0, most.value.0, diagnostics);
    }
}

fn check_integer(ty: &Type, bound: &Given<Bound>, always: bool, never: bool, diagnostics: &mut Diagnostics) {
    let (key, text, ty) = (&bound.key, bound.value.0, source(ty));
    if !bound.value.0.is_whole() {
        diagnostics
            .error(bound, format!("expected a whole number, as `{ty}` has no fractions; found `{text}`"));
    } else if never {
        diagnostics.error(bound, format!("`{key} = {text}` never holds for `{ty}`: no value is allowed"));
    } else if always {
        diagnostics.error(bound, format!("`{key} = {text}` always holds for `{ty}`: remove it"));
    }
}

fn reject_contradiction<T>(
    least: &Given<T>,
    most: &Given<T>,
    from: impl Display,
    to: impl Display,
    diagnostics: &mut Diagnostics,
) {
    let message = format!(
        "`{0} = {from}` is above `{1} = {to}`, so no value is allowed: make `{0}` at most {to}",
        least.key, most.key
    );
    diagnostics.error(least, message);
}
