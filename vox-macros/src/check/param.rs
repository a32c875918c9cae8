//! A parameter of a method.

use proc_macro2::{Ident, Span};
use syn::Type;

use super::types::pointee;
use super::{default, names, rules, secret, types};
use crate::diag::{Diagnostics, source};
use crate::model::{Param, Plain};
use crate::syntax::param::RawParam;
use crate::types::{TypeClass, may_be_users, option_inner, vec_inner};

/// Checks a field of a method.
pub(crate) fn check(raw: &RawParam, diagnostics: &mut Diagnostics) -> Param {
    let inner = option_inner(&raw.ty);
    let ty = inner.unwrap_or(&raw.ty);
    if option_inner(ty).is_some() {
        let message =
            format!("an `Option` in an `Option` has no meaning on the wire: write `{}`", source(ty));
        diagnostics.error(&raw.ty, message);
    }
    let plain = if raw.one_of.is_some() {
        check_one_of(raw, ty, diagnostics);
        None
    } else {
        Some(plain(raw, ty, raw.field_name(), diagnostics))
    };
    let if_required = match inner {
        Some(_) => Vec::new(),
        None => reject_unless_alias(ty, of_required(raw, ty), diagnostics),
    };
    Param {
        ident: raw.ident.clone(),
        ty: ty.clone(),
        optional: inner.is_some(),
        vis: raw.vis.clone(),
        attributes: raw.attributes.clone(),
        doc: raw.doc.clone(),
        class: TypeClass::of(ty),
        any_of: raw.any_of.as_ref().map(|group| group.value.0.clone()),
        if_required,
        plain,
    }
}

/// What is wrong with the parameter if it is required.
fn of_required<'r>(raw: &'r RawParam, ty: &Type) -> Vec<(&'r Ident, String)> {
    let of_group = raw.any_of.as_ref().map(|group| {
        let message = format!(
            "a required parameter is always given, so its group is satisfied: make the type `Option<{}>`, or remove `any_of`",
            source(ty)
        );
        (&group.key, message)
    });
    let of_default = default::of_required(raw, ty).filter(|_| raw.one_of.is_none());
    of_group.into_iter().chain(of_default).collect()
}

/// Checks what only a parameter that is not a choice has. `wire` is its name unless another is declared.
pub(super) fn plain(raw: &RawParam, ty: &Type, wire: String, diagnostics: &mut Diagnostics) -> Plain {
    let wire = raw.name.as_ref().map_or(wire, |name| name.value.0.clone());
    let stated = raw.secret.as_ref().map(|secret| secret.value.0);
    if !raw.unclear.contains(&"name") {
        names::check_snake_case("a parameter's name", &wire, &raw.name_tokens(), diagnostics);
        if !raw.unclear.contains(&"secret") {
            secret::reject_exposed(&wire, ty, stated, "param", diagnostics);
        }
    }
    let supported = types::check_supported(ty, diagnostics);
    // Errors about rules and defaults would only follow from that of the type.
    let rules = if supported { rules::check(raw, ty, diagnostics) } else { Vec::new() };
    let default = supported.then(|| default::check(raw, ty, &rules, diagnostics)).flatten();
    let wrong_default = default.as_ref().and_then(|default| default::unless_users(default, ty));
    Plain { default, wrong_default, secret: stated == Some(true), wire, rules }
}

/// Reports what is wrong with a required parameter. If its type may be an alias of an `Option`, the trait decides: then what is
/// wrong is returned.
pub(super) fn reject_unless_alias(
    ty: &Type,
    mistakes: Vec<(&Ident, String)>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Span, String)> {
    if TypeClass::of(ty).may_be_alias() {
        return mistakes.into_iter().map(|(at, message)| (at.span(), message)).collect();
    }
    for (at, message) in mistakes {
        diagnostics.error(at, message);
    }
    Vec::new()
}

/// The keys that a choice may have.
const ON_CHOICE: [&str; 4] = ["one_of", "needs", "all_of", "any_of"];

/// Checks a choice: its members have the names and rules.
fn check_one_of(raw: &RawParam, ty: &Type, diagnostics: &mut Diagnostics) {
    let choice = source(ty);
    if let Some(item) = vec_inner(ty).filter(|item| TypeClass::of(item) == TypeClass::Other) {
        let item = source(item);
        let message = format!("a choice is sent once: write `{item}` or `Option<{item}>`; found `{choice}`");
        diagnostics.error(ty, message);
        return;
    }
    if let Some(pointee) = pointee(ty) {
        let message = format!("a choice needs no pointer: write `{}`; found `{choice}`", source(pointee));
        diagnostics.error(ty, message);
        return;
    }
    if TypeClass::of(ty) != TypeClass::Other && !may_be_users(ty) {
        let message =
            format!("`one_of` needs an enum with `#[derive(VoxChoice)]`; found `{choice}`: remove `one_of`");
        diagnostics.error(ty, message);
        return;
    }
    for key in raw.keys.iter().filter(|key| !ON_CHOICE.iter().any(|allowed| *key == allowed)) {
        let fix = match key.to_string().as_str() {
            "name" => format!("a group is named by `#[vox_choice(name = ..)]` on `{choice}`"),
            "at_most" => "remove it".to_owned(),
            _ => format!("add it to the variants of `{choice}`"),
        };
        diagnostics.error(key, format!("`{key}` cannot be combined with `one_of`: {fix}"));
    }
}
