//! Checks the rules across parameters.

use crate::declare::ParamValue;
use crate::rules::{RequestCheck, RequestRule};
use crate::text::form::{FormBody, FormEncoder};
use crate::violation::{ViolationKind, Violations};

/// Checks which parameters are given together. `given` has each parameter of such a rule, by its name.
pub fn together(rules: &'static [RequestRule], given: &[(&'static str, bool)], violations: &mut Violations) {
    let is_given = |name: &&str| given.iter().any(|(known, is_given)| known == name && *is_given);
    for rule in rules {
        match *rule {
            RequestRule::Needs { param, needs } if is_given(&param) => {
                let missing: Vec<_> = needs.iter().copied().filter(|name| !is_given(name)).collect();
                if !missing.is_empty() {
                    violations.add_named(param, ViolationKind::Needs(missing));
                }
            }
            RequestRule::AllOf { params, .. } => {
                let missing: Vec<_> = params.iter().copied().filter(|name| !is_given(name)).collect();
                if let Some(first) = params.iter().find(|name| is_given(name))
                    && !missing.is_empty()
                {
                    violations.add_named(first, ViolationKind::AllOf(missing));
                }
            }
            _ => {}
        }
    }
}

/// Checks that a value is at most another one, if both are given. What differs only in parts that are not sent, such as fractions of
/// seconds, is equal.
pub fn at_most<T: ParamValue + PartialOrd>(
    (param, value): (&'static str, Option<&T>),
    (other, limit): (&'static str, Option<&T>),
    violations: &mut Violations,
) {
    if let (Some(value), Some(limit)) = (value, limit)
        && value > limit
        && form_of(value) != form_of(limit)
    {
        violations.add_named(param, ViolationKind::AtMost(other));
    }
}

fn form_of(value: &impl ParamValue) -> FormBody {
    let mut form = FormEncoder::default();
    value.encode("", &mut form);
    form.finish()
}

/// Checks a rule that a function decides.
pub fn request<M>(check: &RequestCheck<M>, request: &M, violations: &mut Violations) {
    if let RequestRule::Check { name, requirement, params } = check.rule()
        && !check.holds(request)
    {
        let param = params.first().copied().unwrap_or_default();
        violations.add_named(param, ViolationKind::Request { name, requirement, params });
    }
}
