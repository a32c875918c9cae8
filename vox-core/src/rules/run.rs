//! The rules of a parameter, run over its value. What holds costs no allocation.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

use super::{Bound, Rule};
use crate::meta::ParamMeta;
use crate::{Broken, TextEnum, Violations};

/// A value that has a text: what length, pattern and check rules look at.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no text",
    label = "`min_len`, `max_len`, `pattern` and `check` need a text",
    note = "texts are `String`, `Secret` and enums with `#[derive(VoxEnum)]`; numbers have `min` and `max`, lists `min_items` and `max_items`"
)]
pub trait Text {
    /// The text.
    fn text(&self) -> &str;
}

impl<E: TextEnum> Text for E {
    fn text(&self) -> &str {
        crate::__private::enum_text(self)
    }
}

/// A list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "`min_items` and `max_items` need a list",
    note = "lists are `IdList`, `TextList` and `Vec`; texts have `min_len` and `max_len`"
)]
pub trait Items {
    /// The number of items; none where the list stands for all there are.
    fn count(&self) -> Option<usize>;
}

/// A number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "`min` and `max` need a number",
    note = "numbers are the integers and `Decimal`; texts have `min_len` and `max_len`"
)]
pub trait Number: Copy + fmt::Display {
    /// How the number compares to a bound.
    fn compare(self, bound: Bound) -> Ordering;
}

impl Number for Decimal {
    fn compare(self, bound: Bound) -> Ordering {
        bound.to_decimal().map_or(Ordering::Equal, |bound| self.cmp(&bound))
    }
}

macro_rules! numbers {
    ($($integer:ident)+) => {$(
        impl Number for $integer {
            #[inline]
            fn compare(self, bound: Bound) -> Ordering {
                match bound {
                    Bound::Whole(bound) => i128::from(self).cmp(&bound.into()),
                    Bound::Exact(_) => Decimal::from(self).compare(bound),
                }
            }
        }
    )+};
}

numbers! { u8 u16 u32 u64 i8 i16 i32 i64 }

/// The rules about a text.
pub(super) fn text(text: &str, param: &'static ParamMeta, violations: &mut Violations) {
    // Most rules are about a length that is seen to fit at once: bytes are counted already, and a character has one to
    // four of them.
    let fits = |rule: &&Rule| match **rule {
        Rule::MinLen(limit) => text.len() / 4 >= limit,
        Rule::MaxLen(limit) => text.len() <= limit,
        _ => false,
    };
    let fitting = param.rules.iter().take_while(fits).count();
    if let Some(others @ [_, ..]) = param.rules.get(fitting..) {
        text_in_full(text, others, param, violations);
    }
}

/// Apart, so that a text of a fitting length costs no more than the comparison.
#[inline(never)]
fn text_in_full(text: &str, rules: &[Rule], param: &'static ParamMeta, violations: &mut Violations) {
    let length = || text.chars().count();
    for rule in rules {
        match *rule {
            Rule::MinLen(limit) if length() < limit => {
                violations.note(param, Broken::MinLen { limit, found: length() });
            }
            Rule::MaxLen(limit) if text.len() > limit && length() > limit => {
                violations.note(param, Broken::MaxLen { limit, found: length() });
            }
            Rule::Pattern(pattern) if !pattern.matches(text) => {
                violations.note_found(param, Broken::Pattern(pattern.source), text);
            }
            Rule::Check(check) if !check.holds(text) => {
                violations.note_found(param, Broken::Check { name: check.name, words: check.words }, text);
            }
            _ => {}
        }
    }
}

/// The rules about a number.
pub(super) fn number<T: Number>(number: T, param: &'static ParamMeta, violations: &mut Violations) {
    for rule in param.rules {
        let broken = match *rule {
            Rule::Min(bound) if number.compare(bound).is_lt() => Broken::Min(bound),
            Rule::Max(bound) if number.compare(bound).is_gt() => Broken::Max(bound),
            _ => continue,
        };
        violations.note_found(param, broken, &number.to_string());
    }
}

/// The rules about a list of so many items.
pub(super) fn items(found: usize, param: &'static ParamMeta, violations: &mut Violations) {
    for rule in param.rules {
        match *rule {
            // An empty list is refused by its type already: one fault, one violation.
            Rule::MinItems(limit) if found > 0 && found < limit => {
                violations.note(param, Broken::MinItems { limit, found });
            }
            Rule::MaxItems(limit) if found > limit => {
                violations.note(param, Broken::MaxItems { limit, found });
            }
            _ => {}
        }
    }
}
