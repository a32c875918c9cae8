//! The checks, each with the parameter it is about; what holds costs no allocation.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

use super::{Check, Pattern};
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
    /// How the number compares to a bound, which is a number's text.
    fn compare(self, bound: &'static str) -> Ordering;
}

impl Number for Decimal {
    #[inline]
    fn compare(self, bound: &'static str) -> Ordering {
        match whole(bound) {
            Some(bound) => self.cmp(&bound.into()),
            None => compare_exactly(self, bound),
        }
    }
}

macro_rules! numbers {
    ($($integer:ident)+) => {$(
        impl Number for $integer {
            #[inline]
            fn compare(self, bound: &'static str) -> Ordering {
                match whole(bound) {
                    Some(bound) => i128::from(self).cmp(&bound.into()),
                    None => compare_exactly(self.into(), bound),
                }
            }
        }
    )+};
}

numbers! { u8 u16 u32 u64 i8 i16 i32 i64 }

/// The bound, where it is a whole number of not too many digits, as most are: a fraction of what reading a `Decimal`
/// takes.
#[inline]
fn whole(bound: &'static str) -> Option<i64> {
    let (digits, sign) = match bound.as_bytes() {
        [b'-', digits @ ..] => (digits, -1),
        digits => (digits, 1),
    };
    if digits.len() > 18 {
        return None;
    }
    let mut number = 0;
    for &digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i64::from(digit - b'0');
    }
    Some(sign * number)
}

/// The comparison with any bound; the derive has made sure that it is a number.
fn compare_exactly(number: Decimal, bound: &'static str) -> Ordering {
    Decimal::from_str_exact(bound).map_or(Ordering::Equal, |bound| number.cmp(&bound))
}

/// At least `limit` characters.
#[inline]
pub(super) fn min_len<T: Text + ?Sized>(
    value: &T,
    limit: usize,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    let text = value.text();
    // A character has at most four bytes, so long texts need no counting.
    if text.len() / 4 < limit {
        let found = text.chars().count();
        if found < limit {
            violations.note(param, Broken::MinLen { limit, found });
        }
    }
}

/// At most `limit` characters.
#[inline]
pub(super) fn max_len<T: Text + ?Sized>(
    value: &T,
    limit: usize,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    let text = value.text();
    // A text has at most as many characters as bytes, so most need no counting.
    if text.len() > limit {
        let found = text.chars().count();
        if found > limit {
            violations.note(param, Broken::MaxLen { limit, found });
        }
    }
}

/// The whole text matches.
#[inline]
pub(super) fn pattern<T: Text + ?Sized>(
    value: &T,
    pattern: &'static Pattern,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    if !pattern.matches(value.text()) {
        violations.note_found(param, Broken::Pattern(pattern.source), value.text());
    }
}

/// A function decides.
#[inline]
pub(super) fn check<T: Text + ?Sized>(
    value: &T,
    check: &'static Check,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    if !check.holds(value.text()) {
        violations.note_found(param, Broken::Check { name: check.name, words: check.words }, value.text());
    }
}

/// Not below `bound`.
#[inline]
pub(super) fn min<T: Number>(
    value: &T,
    bound: &'static str,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    if value.compare(bound).is_lt() {
        violations.note_found(param, Broken::Min(bound), &value.to_string());
    }
}

/// Not above `bound`.
#[inline]
pub(super) fn max<T: Number>(
    value: &T,
    bound: &'static str,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    if value.compare(bound).is_gt() {
        violations.note_found(param, Broken::Max(bound), &value.to_string());
    }
}

/// At least `limit` items.
#[inline]
pub(super) fn min_items<T: Items>(
    value: &T,
    limit: usize,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    // An empty list is refused by its type already: one fault, one violation.
    if let Some(found @ 1..) = value.count()
        && found < limit
    {
        violations.note(param, Broken::MinItems { limit, found });
    }
}

/// At most `limit` items.
#[inline]
pub(super) fn max_items<T: Items>(
    value: &T,
    limit: usize,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    if let Some(found) = value.count()
        && found > limit
    {
        violations.note(param, Broken::MaxItems { limit, found });
    }
}
