//! All rules of a parameter, out of its metadata.
//!
//! Generated code makes one call for each parameter, and what is behind it is the same code for all values of a type.
//! Each function passes over the rules of the other two: which of them there are is known where the call is made.

use super::Rule;
use super::run::{self, Items, Number, Text};
use crate::Violations;
use crate::meta::{ParamEntry, ParamMeta, param_at};

/// The rules about a text.
pub fn text<T: Text + ?Sized>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    for rule in param.rules {
        match *rule {
            Rule::MinLen(limit) => run::min_len(value, limit, param, violations),
            Rule::MaxLen(limit) => run::max_len(value, limit, param, violations),
            Rule::Pattern(pattern) => run::pattern(value, pattern, param, violations),
            Rule::Check(check) => run::check(value, check, param, violations),
            Rule::Min(_) | Rule::Max(_) | Rule::MinItems(_) | Rule::MaxItems(_) => {}
        }
    }
}

/// The rules about a number.
pub fn number<T: Number>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    for rule in param.rules {
        match *rule {
            Rule::Min(bound) => run::min(value, bound, param, violations),
            Rule::Max(bound) => run::max(value, bound, param, violations),
            _ => {}
        }
    }
}

/// The rules about a list.
pub fn items<T: Items>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    for rule in param.rules {
        match *rule {
            Rule::MinItems(limit) => run::min_items(value, limit, param, violations),
            Rule::MaxItems(limit) => run::max_items(value, limit, param, violations),
            _ => {}
        }
    }
}

/// The rules about the text at this index.
pub fn text_at<T: Text>(value: &T, params: &'static [ParamEntry], index: usize, violations: &mut Violations) {
    text(value, param_at(params, index), violations);
}

/// The rules about the text at this index, where it is given.
pub fn text_at_if_given<T: Text>(
    value: &Option<T>,
    params: &'static [ParamEntry],
    index: usize,
    violations: &mut Violations,
) {
    if let Some(value) = value {
        text(value, param_at(params, index), violations);
    }
}

/// The rules about the number at this index.
pub fn number_at<T: Number>(
    value: &T,
    params: &'static [ParamEntry],
    index: usize,
    violations: &mut Violations,
) {
    number(value, param_at(params, index), violations);
}

/// The rules about the number at this index, where it is given.
pub fn number_at_if_given<T: Number>(
    value: &Option<T>,
    params: &'static [ParamEntry],
    index: usize,
    violations: &mut Violations,
) {
    if let Some(value) = value {
        number(value, param_at(params, index), violations);
    }
}

/// The rules about the list at this index.
pub fn items_at<T: Items>(
    value: &T,
    params: &'static [ParamEntry],
    index: usize,
    violations: &mut Violations,
) {
    items(value, param_at(params, index), violations);
}

/// The rules about the list at this index, where it is given.
pub fn items_at_if_given<T: Items>(
    value: &Option<T>,
    params: &'static [ParamEntry],
    index: usize,
    violations: &mut Violations,
) {
    if let Some(value) = value {
        items(value, param_at(params, index), violations);
    }
}
