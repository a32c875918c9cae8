//! Checks the rules between members of one-of groups and other parameters.

use crate::declare::{ErasedMethod, Method};
use crate::meta::ParamEntry;
use crate::rules::RequestRule;
use crate::text::form::FormEncoder;
use crate::violation::{ViolationKind, Violations};

/// Checks that members of one-of groups are sent only together with what they need.
// The derive of the method does not see the rules of its groups, and few groups have some, so the form shows what is given.
pub fn members<M: Method>(method: &M, violations: &mut Violations) {
    if const { has_rules(M::META.params) } {
        check(method, violations);
    }
}

/// Whether a group has rules. Few have some, so this is computed once for each method, at compile time.
const fn has_rules(params: &[ParamEntry]) -> bool {
    let mut index = 0;
    while index < params.len() {
        if has_rule(&params[index]) {
            return true;
        }
        index += 1;
    }
    false
}

const fn has_rule(entry: &ParamEntry) -> bool {
    let ParamEntry::OneOf(group) = entry else { return false };
    let mut index = 0;
    while index < group.choice.companions.len() {
        if has_rule(&group.choice.companions[index].entry) {
            return true;
        }
        index += 1;
    }
    !group.choice.rules.is_empty()
}

fn check(method: &dyn ErasedMethod, violations: &mut Violations) {
    let params = method.meta().params;
    let mut rules = Vec::new();
    for entry in params {
        entry.collect_rules(&mut rules);
    }
    let mut form = FormEncoder::default();
    method.encode(&mut form);
    let is_given = |name: &str| {
        let is_member = |entry: &ParamEntry| match entry {
            ParamEntry::OneOf(group) if group.field == name => {
                group.choice.members.iter().any(|member| form.has(member.name))
            }
            _ => false,
        };
        form.has(name) || params.iter().any(is_member)
    };
    for rule in rules {
        if let RequestRule::Needs { param, needs } = rule
            && form.has(param)
        {
            let missing: Vec<_> = needs.iter().copied().filter(|name| !is_given(name)).collect();
            if !missing.is_empty() {
                violations.add_named(param, ViolationKind::Needs(missing));
            }
        }
    }
}
