//! What generated code calls: all rules of a parameter, out of its metadata, in one call.
//!
//! The rules about texts, numbers and lists are apart: which of them there are is known where the call is made.

use super::run::{self, Items, Number, Text};
use crate::Violations;
use crate::meta::{ParamEntry, ParamMeta, param_at};

/// The rules about a text.
pub fn text<T: Text + ?Sized>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    run::text(value.text(), param, violations);
}

/// The rules about a number.
pub fn number<T: Number>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    run::number(*value, param, violations);
}

/// The rules about a list; none where it stands for all there are.
pub fn items<T: Items>(value: &T, param: &'static ParamMeta, violations: &mut Violations) {
    if let Some(found) = value.count() {
        run::items(found, param, violations);
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
