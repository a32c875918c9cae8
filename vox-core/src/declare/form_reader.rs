//! Reads the parameters of a method from a form.

use super::{Choice, ParamValue};
use crate::meta::{ACCOUNT_ID, CREDENTIAL_PARAMS, ChoiceMeta, ParamMeta, ParamType};
use crate::text::form::{Form, FormValue};
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
        let Some(value) = self.form.value(param.name, T::IS_FILE) else {
            let absent = absent();
            if absent.is_none() {
                self.violations.add(param, ViolationKind::Missing);
            }
            return absent;
        };
        match read(value) {
            Ok(value) => Some(present(value)),
            Err(expected) => {
                self.add_wrong_type(param, expected, value);
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
        let mut given: Vec<_> = members
            .filter(|(_, member)| {
                let is_file = member.value().kind == ParamType::File;
                self.form.value(member.name, is_file).is_some()
            })
            .collect();
        if given.len() > 1 && self.has_separate_credentials(C::META) {
            // It is the account of the credentials, not the chosen member.
            given.retain(|(_, member)| member.name != ACCOUNT_ID);
        }
        match given.as_slice() {
            [] => {
                let absent = absent();
                if absent.is_none() {
                    let members = C::META.members.iter().map(|member| member.name).collect();
                    self.violations.add_named(C::META.name, ViolationKind::MissingOneOf(members));
                }
                absent
            }
            [(index, _)] => C::decode(*index, self).map(present),
            several => {
                let members = several.iter().map(|(_, member)| member.name).collect();
                self.violations.add_named(C::META.name, ViolationKind::SeveralOf(members));
                None
            }
        }
    }

    /// Whether the form has credentials of an account that are no members of the group.
    fn has_separate_credentials(&self, group: &ChoiceMeta) -> bool {
        let is_member = |param: &&str| group.members.iter().any(|member| member.name == *param);
        !CREDENTIAL_PARAMS.iter().any(is_member)
            && CREDENTIAL_PARAMS.iter().any(|param| self.form.get(param).is_some())
    }

    /// Adds the violation of a group that cannot be read.
    pub(crate) fn reject_member<C>(&mut self, choice: &'static ChoiceMeta, index: usize) -> Option<C> {
        let name = choice.members.get(index).map_or(choice.name, |member| member.name);
        self.violations.add_named(name, ViolationKind::Type("left out, as its group cannot be read"));
        None
    }

    fn add_wrong_type(&mut self, param: &'static ParamMeta, expected: &'static str, found: FormValue<'_>) {
        let kind = ViolationKind::Type(expected);
        match found {
            FormValue::Text(text) => self.violations.add_with_value(param, kind, text),
            FormValue::File(_) => self.violations.add(param, kind),
        }
    }

    /// Returns all violations.
    #[must_use]
    pub fn finish(self) -> Violations {
        self.violations
    }
}

/// Reads a value from a text or a file.
fn read<T: ParamValue>(value: FormValue<'_>) -> Result<T, &'static str> {
    match value {
        FormValue::Text(text) => T::read(text),
        FormValue::File(file) => T::read_file(file),
    }
}
