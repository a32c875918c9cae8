//! Checks the rules of parameters.

mod across;
mod members;

pub use across::{at_most, request, together};
pub use members::members;

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::declare::{ErasedMethod, List, Secret, TextEnum};
use crate::meta::{ParamEntry, ParamMeta};
use crate::rules::{Bound, Rule};
use crate::violation::{ViolationKind, Violations};

/// Checks all rules of all parameters.
///
/// # Errors
/// All violations, in the order of the parameters.
pub(crate) fn validate(method: &dyn ErasedMethod) -> Result<(), Violations> {
    let mut violations = Violations::default();
    method.check(&mut violations);
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

/// A value with a text, to which the rules for lengths, patterns and checks apply.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no text",
    label = "`min_len`, `max_len`, `max_bytes`, `pattern` and `check` need a text",
    note = "texts are `String`, `Secret` and enums with `#[derive(VoxEnum)]`; numbers have `min` and `max`, lists `min_items` and `max_items`"
)]
pub trait Text {
    /// The text; `None` for no value.
    fn text(&self) -> Option<&str>;
}

impl Text for String {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Text for Secret {
    fn text(&self) -> Option<&str> {
        Some(self.expose())
    }
}

impl<E: TextEnum> Text for E {
    fn text(&self) -> Option<&str> {
        Some(self.as_text())
    }
}

impl<T: Text> Text for Option<T> {
    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }
}

/// A list, to which the rules for numbers of items apply.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "`min_items` and `max_items` need a list",
    note = "lists are `IdList`, `TextList` and `Vec`; texts have `min_len` and `max_len`"
)]
pub trait Items {
    /// The type of an item.
    type Item;

    /// The items; `None` for [`List::All`] and for no value.
    fn items(&self) -> Option<&[Self::Item]>;
}

impl<T> Items for Vec<T> {
    type Item = T;

    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T> Items for List<T> {
    type Item = T;

    fn items(&self) -> Option<&[T]> {
        match self {
            Self::All => None,
            Self::Of(items) => Some(items),
        }
    }
}

impl<T: Items> Items for Option<T> {
    type Item = T::Item;

    fn items(&self) -> Option<&[T::Item]> {
        self.as_ref()?.items()
    }
}

/// A number, to which the rules for bounds apply.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "`min` and `max` need a number",
    note = "numbers are the integers and `Decimal`; texts have `min_len` and `max_len`"
)]
pub trait Number {
    /// Compares the number with a bound; `None` for no value.
    fn compare(&self, bound: Bound) -> Option<Ordering>;

    /// Formats the number for a message.
    fn display(&self) -> String;
}

impl Number for Decimal {
    fn compare(&self, bound: Bound) -> Option<Ordering> {
        Some(self.cmp(&bound.to_decimal()))
    }

    fn display(&self) -> String {
        self.to_string()
    }
}

macro_rules! numbers {
    ($($integer:ident)+) => {$(
        impl Number for $integer {
            #[inline]
            fn compare(&self, bound: Bound) -> Option<Ordering> {
                match bound {
                    // A number that is no `i64` is a `u64` greater than all whole bounds.
                    Bound::Whole(bound) => {
                        Some(i64::try_from(*self).map_or(Ordering::Greater, |number| number.cmp(&bound)))
                    }
                    Bound::Exact(_) => Decimal::from(*self).compare(bound),
                }
            }

            fn display(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

numbers! { u8 u16 u32 u64 i8 i16 i32 i64 }

impl<T: Number> Number for Option<T> {
    fn compare(&self, bound: Bound) -> Option<Ordering> {
        self.as_ref()?.compare(bound)
    }

    fn display(&self) -> String {
        self.as_ref().map(T::display).unwrap_or_default()
    }
}

/// Checks the rules for texts.
#[inline]
pub fn text<T: Text>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    if let Some(text) = value.text() {
        check_text(text, param.rules, param, violations);
    }
}

/// Checks the rules for numbers.
pub fn number<T: Number>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    check_number(value, param.rules, param, violations);
}

/// Checks the rules for lists.
pub fn items<T: Items>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    if let Some(items) = value.items() {
        check_items(items.len(), param, violations);
    }
}

/// Checks the rules for texts of each item of a list.
pub fn each_text<T: Items<Item: Text>>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    check_each(value, param, violations, |item, rules, violations| {
        // An empty item is reported as a violation of the list's type already.
        if let Some(text) = item.text().filter(|text| !text.is_empty()) {
            check_text(text, rules, param, violations);
        }
    });
}

/// Checks the rules for numbers of each item of a list.
pub fn each_number<T: Items<Item: Number>>(
    value: &T,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    check_each(value, param, violations, |item, rules, violations| {
        check_number(item, rules, param, violations);
    });
}

fn check_each<T: Items>(
    value: &T,
    param: &'static ParamMeta,
    violations: &mut Violations,
    check: impl Fn(&T::Item, &[Rule], &mut Violations),
) {
    let rules = param.item_rules();
    for (index, item) in value.items().unwrap_or_default().iter().enumerate() {
        violations.in_item(index, |violations| check(item, rules, violations));
    }
}

fn check_number<T: Number>(
    value: &T,
    rules: &[Rule],
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    for rule in rules {
        let kind = match *rule {
            Rule::Min(bound) if value.compare(bound).is_some_and(Ordering::is_lt) => {
                ViolationKind::Min(bound)
            }
            Rule::Max(bound) if value.compare(bound).is_some_and(Ordering::is_gt) => {
                ViolationKind::Max(bound)
            }
            _ => continue,
        };
        add_number_violation(value, kind, param, violations);
    }
}

#[cold]
fn add_number_violation<T: Number>(
    value: &T,
    kind: ViolationKind,
    param: &'static ParamMeta,
    violations: &mut Violations,
) {
    violations.add_with_value(param, kind, &value.display());
}

/// Checks that a member of an any-of group is given.
pub fn any_of(
    group: &'static str,
    is_given: bool,
    params: &'static [ParamEntry],
    violations: &mut Violations,
) {
    if !is_given {
        let mut members = Vec::new();
        for entry in params {
            match entry {
                ParamEntry::Param(param) if param.any_of == Some(group) => members.push(param.name),
                ParamEntry::OneOf(field) if field.any_of == Some(group) => {
                    members.extend(field.choice.members.iter().map(|member| member.name));
                }
                _ => {}
            }
        }
        violations.add_named(group, ViolationKind::MissingAnyOf(members));
    }
}

fn check_text(text: &str, mut rules: &[Rule], param: &'static ParamMeta, violations: &mut Violations) {
    // Most rules limit the length, which fits by far: then it is enough to compare the number of bytes.
    while let [rule, others @ ..] = rules {
        if !matches!(*rule, Rule::MaxLen(limit) | Rule::MaxBytes(limit) if text.len() <= limit) {
            return check_text_in_full(text, rules, param, violations);
        }
        rules = others;
    }
}

/// Separate, so that a text with a fitting length costs only the comparison.
#[inline(never)]
fn check_text_in_full(text: &str, rules: &[Rule], param: &'static ParamMeta, violations: &mut Violations) {
    for rule in rules {
        if !is_followed(rule, text) {
            add_text_violation(rule, text, param, violations);
        }
    }
}

/// Whether a text follows a rule for texts.
fn is_followed(rule: &Rule, text: &str) -> bool {
    match *rule {
        // Bytes are one to four per character, so most lengths are certain without counting characters.
        Rule::MinLen(limit) => {
            text.len() >= limit && (text.len() / 4 >= limit || count_characters(text) >= limit)
        }
        Rule::MaxLen(limit) => text.len() <= limit || count_characters(text) <= limit,
        Rule::MaxBytes(limit) => text.len() <= limit,
        Rule::Pattern(pattern) => pattern.matches(text),
        Rule::Check(check) => check.holds(text),
        Rule::Min(_) | Rule::Max(_) | Rule::MinItems(_) | Rule::MaxItems(_) | Rule::Each(_) => true,
    }
}

/// The number of characters. Most texts are ASCII, which takes less time to find out than to count characters.
#[inline(never)]
fn count_characters(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Separate, so that the check of a valid text has no code for violations.
#[cold]
fn add_text_violation(rule: &Rule, text: &str, param: &'static ParamMeta, violations: &mut Violations) {
    let found = count_characters(text);
    match *rule {
        Rule::MinLen(limit) => violations.add(param, ViolationKind::MinLen { limit, found }),
        Rule::MaxLen(limit) => violations.add(param, ViolationKind::MaxLen { limit, found }),
        Rule::MaxBytes(limit) => {
            violations.add(param, ViolationKind::MaxBytes { limit, found: text.len() });
        }
        Rule::Pattern(pattern) => {
            violations.add_with_value(param, ViolationKind::Pattern(pattern.source), text);
        }
        Rule::Check(check) => {
            let kind = ViolationKind::Check { name: check.name, requirement: check.requirement };
            violations.add_with_value(param, kind, text);
        }
        Rule::Min(_) | Rule::Max(_) | Rule::MinItems(_) | Rule::MaxItems(_) | Rule::Each(_) => {}
    }
}

fn check_items(found: usize, param: &'static ParamMeta, violations: &mut Violations) {
    for rule in param.rules {
        match *rule {
            // An empty list is reported as a violation of its type already.
            Rule::MinItems(limit) if found > 0 && found < limit => {
                violations.add(param, ViolationKind::MinItems { limit, found });
            }
            Rule::MaxItems(limit) if found > limit => {
                violations.add(param, ViolationKind::MaxItems { limit, found });
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_counted_in_characters_of_any_size() {
        for character in ["a", "я", "€", "😀"] {
            for count in 0..20 {
                let text = character.repeat(count);
                for limit in 0..20 {
                    assert_eq!(is_followed(&Rule::MinLen(limit), &text), count >= limit, "{text} {limit}");
                    assert_eq!(is_followed(&Rule::MaxLen(limit), &text), count <= limit, "{text} {limit}");
                    let fits = text.len() <= limit;
                    assert_eq!(is_followed(&Rule::MaxBytes(limit), &text), fits, "{text} {limit}");
                }
            }
        }
    }

    #[test]
    fn numbers_of_any_size_are_compared_with_whole_bounds() {
        for bound in [i64::MIN, -1, 0, 1, i64::MAX] {
            for number in [i64::MIN, -1, 0, 1, i64::MAX] {
                assert_eq!(number.compare(Bound::Whole(bound)), Some(number.cmp(&bound)));
            }
            for number in [i64::MAX.unsigned_abs() + 1, u64::MAX] {
                assert_eq!(number.compare(Bound::Whole(bound)), Some(Ordering::Greater));
            }
        }
    }
}
