//! Reading typed parameters out of a form.

use super::Form;
use crate::meta::ParamMeta;
use crate::value::ParamValue;
use crate::{Broken, Choice, Violations};

/// Reads typed parameters out of a form and keeps note of all that is wrong.
///
/// Every function returns `None` exactly when it noted a violation.
#[derive(Debug)]
pub struct FormReader<'f> {
    form: &'f Form,
    violations: Violations,
}

impl<'f> FormReader<'f> {
    pub(super) fn new(form: &'f Form) -> Self {
        Self { form, violations: Violations::default() }
    }

    /// A parameter that must be there.
    pub fn required<T: ParamValue>(&mut self, param: &'static ParamMeta) -> Option<T> {
        let value = self.optional(param)?;
        if value.is_none() {
            self.violations.note(param, Broken::Missing);
        }
        value
    }

    /// A parameter that may be left out.
    pub fn optional<T: ParamValue>(&mut self, param: &'static ParamMeta) -> Option<Option<T>> {
        let Some(text) = self.form.get(param.name) else {
            return Some(None);
        };
        match T::read(text) {
            Ok(value) => Some(Some(value)),
            Err(expected) => {
                self.violations.note_found(param, Broken::Type(expected.0), text);
                None
            }
        }
    }

    /// A group of which one member must be there.
    pub fn one_of<C: Choice>(&mut self) -> Option<C> {
        let choice = self.optional_one_of()?;
        if choice.is_none() {
            let members = C::META.members.iter().map(|member| member.name).collect();
            self.violations.note_group(C::META.name, Broken::MissingOneOf(members));
        }
        choice
    }

    /// A group of which at most one member may be there.
    pub fn optional_one_of<C: Choice>(&mut self) -> Option<Option<C>> {
        let given = |(index, member): (usize, &'static ParamMeta)| {
            self.form.get(member.name).map(|text| (index, member, text))
        };
        let given: Vec<_> = C::META.members.iter().enumerate().filter_map(given).collect();
        match given.as_slice() {
            [] => Some(None),
            [(index, member, text)] => match C::decode(*index, text) {
                Ok(choice) => Some(Some(choice)),
                Err(expected) => {
                    self.violations.note_found(member, Broken::Type(expected.0), text);
                    None
                }
            },
            several => {
                let members = several.iter().map(|(_, member, _)| member.name).collect();
                self.violations.note_group(C::META.name, Broken::SeveralOf(members));
                None
            }
        }
    }

    /// All that was wrong.
    #[must_use]
    pub fn finish(self) -> Violations {
        self.violations
    }
}
