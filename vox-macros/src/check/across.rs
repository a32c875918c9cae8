//! Rules across parameters.

use syn::Ident;

use super::param::reject_unless_alias;
use crate::diag::{Diagnostics, did_you_mean, quoted, source};
use crate::model::{IfRequired, Param, RequestRule};
use crate::syntax::method::RawMethod;
use crate::syntax::param::RawParam;
use crate::types::TypeClass;

/// Checks the rules of all parameters.
pub(super) fn check(
    raw: &RawMethod,
    params: &[Param],
    diagnostics: &mut Diagnostics,
) -> (Vec<RequestRule>, Vec<IfRequired>) {
    let (mut rules, mut if_required) = (Vec::new(), Vec::new());
    for (index, param) in raw.params.iter().enumerate() {
        rules.extend(needs(&raw.params, params, index, &mut if_required, diagnostics));
        rules.extend(at_most(&raw.params, params, index, diagnostics));
        let mistakes = always_given(param, &params[index]);
        let deferred = reject_unless_alias(&params[index].ty, mistakes, diagnostics);
        let deferred = deferred.into_iter();
        if_required.extend(deferred.map(|(at, message)| IfRequired {
            param: index,
            unless: None,
            at,
            message,
        }));
    }
    rules.extend(all_of(&raw.params, params, diagnostics));
    rules.extend(raw.checks.iter().flat_map(|checks| &checks.value.0).cloned().map(RequestRule::Check));
    (rules, if_required)
}

fn needs(
    raw: &[RawParam],
    params: &[Param],
    index: usize,
    if_required: &mut Vec<IfRequired>,
    diagnostics: &mut Diagnostics,
) -> Option<RequestRule> {
    let given = raw[index].needs.as_ref()?;
    let mut needs: Vec<usize> = Vec::new();
    for name in &given.value.0 {
        let Some(needed) = find(raw, index, name, "needs", diagnostics) else { continue };
        let may_be_optional = params[index].optional || params[index].class.may_be_alias();
        if may_be_optional && !params[needed].optional && !needs.contains(&needed) {
            let message = format!("`{name}` is required, so it is always given: remove it from `needs`");
            let deferred = reject_unless_alias(&params[needed].ty, vec![(name, message)], diagnostics);
            // Of a parameter that is required itself, it is reported that it has `needs`.
            let unless = (!params[index].optional).then_some(index);
            let deferred = deferred.into_iter();
            if_required.extend(deferred.map(|(at, message)| IfRequired {
                param: needed,
                unless,
                at,
                message,
            }));
            needs.push(needed);
        } else if needs.contains(&needed) {
            diagnostics.error(name, format!("`{name}` is listed twice: remove one"));
        } else {
            needs.push(needed);
        }
    }
    Some(RequestRule::Needs { param: index, needs })
}

fn at_most(
    raw: &[RawParam],
    params: &[Param],
    index: usize,
    diagnostics: &mut Diagnostics,
) -> Option<RequestRule> {
    let given = raw[index].at_most.as_ref()?;
    let name = &given.value.0;
    let other = find(raw, index, name, "at_most", diagnostics)?;
    let (this, that) = (source(&params[index].ty), source(&params[other].ty));
    if params[other].plain.is_none() {
        diagnostics.error(name, format!("`{name}` is a choice, and choices cannot be compared"));
    } else if !is_ordered(params[index].class) {
        let message = format!(
            "`at_most` compares numbers, dates and times; `{}` is {}",
            raw[index].field_name(),
            params[index].class.description()
        );
        diagnostics.error(&given.key, message);
    } else if this != that {
        let message = format!(
            "`{}` is a `{this}` and `{name}` a `{that}`: only values of one type can be compared",
            raw[index].field_name()
        );
        diagnostics.error(name, message);
    }
    Some(RequestRule::AtMost { param: index, other })
}

/// Whether values may have an order that means something.
fn is_ordered(class: TypeClass) -> bool {
    use TypeClass::{Date, Decimal, Float, Integer, Other, Time};
    matches!(class, Date | Decimal | Float | Integer { .. } | Other | Time)
}

/// The groups of `all_of`, in the order of their first members.
fn all_of(raw: &[RawParam], params: &[Param], diagnostics: &mut Diagnostics) -> Vec<RequestRule> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (index, param) in raw.iter().enumerate() {
        let Some(given) = &param.all_of else { continue };
        match groups.iter_mut().find(|(name, _)| *name == given.value.0) {
            Some((_, members)) => members.push(index),
            None => groups.push((given.value.0.clone(), vec![index])),
        }
    }
    let is_unclear = raw.iter().any(|param| param.unclear.contains(&"all_of"));
    for (name, members) in groups.iter().filter(|_| !is_unclear) {
        let [only] = members.as_slice() else { continue };
        // Of a member that is required, it is reported that it is in a group.
        let may_be_optional = params[*only].optional || params[*only].class.may_be_alias();
        if let Some(given) = raw[*only].all_of.as_ref().filter(|_| may_be_optional) {
            let message = format!(
                "the group `{name}` has only one member, `{}`: add another parameter to it, or remove `all_of`",
                raw[*only].field_name()
            );
            diagnostics.error(given, message);
        }
    }
    groups.into_iter().map(|(group, params)| RequestRule::AllOf { group, params }).collect()
}

/// A rule about whether a parameter is given is void for a required one.
fn always_given<'r>(raw: &'r RawParam, param: &Param) -> Vec<(&'r Ident, String)> {
    let mut mistakes = Vec::new();
    if param.optional {
        return mistakes;
    }
    let ty = source(&param.ty);
    if let Some(given) = &raw.all_of {
        let message =
            format!("a required parameter is always given: make the type `Option<{ty}>`, or remove `all_of`");
        mistakes.push((&given.key, message));
    }
    if let Some(given) = &raw.needs {
        let names: Vec<String> = given.value.0.iter().map(ToString::to_string).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let message = format!(
            "a required parameter is always given, and so would be {}: make the type `Option<{ty}>`, or make {} required",
            quoted(&names),
            if names.len() == 1 { "it" } else { "them" },
        );
        mistakes.push((&given.key, message));
    }
    mistakes
}

/// The field of this name, which is not the one with the rule.
fn find(
    raw: &[RawParam],
    this: usize,
    name: &Ident,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let names: Vec<String> = raw.iter().map(RawParam::field_name).collect();
    let wanted = syn::ext::IdentExt::unraw(name).to_string();
    match names.iter().position(|known| *known == wanted) {
        Some(index) if index == this => {
            diagnostics.error(name, format!("`{key}` names another field; `{name}` is the field itself"));
            None
        }
        Some(index) => Some(index),
        None => {
            let known: Vec<&str> = names.iter().map(String::as_str).collect();
            let wire =
                raw.iter().position(|param| param.name.as_ref().is_some_and(|given| given.value.0 == wanted));
            let hint = match (wire, did_you_mean(&wanted, &known)) {
                (Some(index), _) => format!(": it is the name on the wire of the field `{}`", names[index]),
                (None, Some(meant)) => format!(": did you mean `{meant}`?"),
                (None, None) => String::new(),
            };
            diagnostics.error(name, format!("there is no field `{name}`{hint}"));
            None
        }
    }
}
