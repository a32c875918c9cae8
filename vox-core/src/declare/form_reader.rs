//! Reads the parameters of a method from a form.

use super::{Choice, ParamValue};
use crate::meta::{ChoiceMeta, ParamMeta};
use crate::text::form::Form;
use crate::violation::{ViolationKind, Violations};

/// Reads the parameters of a method from a form, and collects all violations.
///
/// Every function returns `None` if and only if it added a violation.
#[derive(Debug)]
pub struct FormReader<'f> {
    form: &'f Form,
    violations: Violations,
}

impl<'f> FormReader<'f> {
    /// Creates a reader of this form.
    #[must_use]
    pub fn new(form: &'f Form) -> Self {
        Self { form, violations: Violations::default() }
    }

    /// Reads a parameter. For a parameter that is left out, `absent` returns the value, or `None` if it is required.
    pub(crate) fn param<T: ParamValue, H>(
        &mut self,
        param: &'static ParamMeta,
        absent: impl FnOnce() -> Option<H>,
        present: impl FnOnce(T) -> H,
    ) -> Option<H> {
        let Some(text) = self.form.get(param.name) else {
            let absent = absent();
            if absent.is_none() {
                self.violations.add(param, ViolationKind::Missing);
            }
            return absent;
        };
        match T::read(text) {
            Ok(value) => Some(present(value)),
            Err(expected) => {
                self.violations.add_with_value(param, ViolationKind::Type(expected), text);
                None
            }
        }
    }

    /// Reads a one-of group. For a group without a member, `absent` returns the value, or `None` if one is required.
    pub(crate) fn one_of<C: Choice, H>(
        &mut self,
        absent: impl FnOnce() -> Option<H>,
        present: impl FnOnce(C) -> H,
    ) -> Option<H> {
        let members = C::META.members.iter().enumerate();
        let given: Vec<_> = members.filter(|(_, member)| self.form.get(member.name).is_some()).collect();
        match given.as_slice() {
            [] => {
                let absent = absent();
                if absent.is_none() {
                    let members = C::META.members.iter().map(|member| member.name).collect();
                    self.violations.add_across(C::META.name, ViolationKind::MissingOneOf(members));
                }
                absent
            }
            [(index, _)] => C::decode(*index, self).map(present),
            several => {
                let members = several.iter().map(|(_, member)| member.name).collect();
                self.violations.add_across(C::META.name, ViolationKind::SeveralOf(members));
                None
            }
        }
    }

    /// Adds the violation of a group that cannot be read.
    pub(crate) fn reject_member<C>(&mut self, choice: &'static ChoiceMeta, index: usize) -> Option<C> {
        let name = choice.members.get(index).map_or(choice.name, |member| member.name);
        self.violations.add_across(name, ViolationKind::Type("left out, as its group cannot be read"));
        None
    }

    /// Returns all violations.
    #[must_use]
    pub fn finish(self) -> Violations {
        self.violations
    }
}
