//! A parameter of a method.

use syn::{Ident, Type};

use super::{default, names, rules, secret, types};
use crate::diag::{Diagnostics, source};
use crate::model::{Content, Param, Plain};
use crate::syntax::param::RawParam;
use crate::types::{TypeClass, last_segment, option_inner, vec_inner};

/// Checks a field of a method.
pub(super) fn check(raw: &RawParam, diagnostics: &mut Diagnostics) -> Param {
    let inner = option_inner(&raw.ty);
    let ty = inner.unwrap_or(&raw.ty);
    if option_inner(ty).is_some() {
        let message =
            format!("an `Option` in an `Option` has no meaning on the wire: write `{}`", source(ty));
        diagnostics.error(&raw.ty, message);
    }
    let content = if raw.one_of.is_some() {
        refuse_beside_one_of(raw, ty, diagnostics);
        Content::OneOf
    } else {
        Content::Plain(plain(raw, ty, inner.is_some(), raw.word(), diagnostics))
    };
    Param {
        ident: raw.ident.clone(),
        ty: ty.clone(),
        optional: inner.is_some(),
        doc: raw.doc.clone(),
        class: TypeClass::of(ty),
        content,
    }
}

/// Checks a parameter with a value of its own. `wire` is its name unless another is stated.
pub(super) fn plain(
    raw: &RawParam,
    ty: &Type,
    optional: bool,
    wire: String,
    diagnostics: &mut Diagnostics,
) -> Plain {
    let wire = raw.name.as_ref().map_or(wire, |name| name.value.0.clone());
    names::refuse_other_cases("a parameter's name", &wire, &raw.name_tokens(), diagnostics);
    let stated = raw.secret.as_ref().map(|secret| secret.value.0);
    secret::refuse_open(&wire, ty, stated, "param", diagnostics);
    if let Some(group) = raw.any_of.as_ref().filter(|_| !optional) {
        let message = format!(
            "a required parameter is always given, so its group is satisfied: make the type `Option<{}>`, or remove `any_of`",
            source(ty)
        );
        diagnostics.error(&group.key, message);
    }
    let supported = types::refuse_unsupported(ty, diagnostics) && !refuse_time(ty, diagnostics);
    // Rules and defaults of such a type would only repeat the complaint.
    let rules = if supported { rules::check(&raw.word(), ty, &raw.rules, diagnostics) } else { Vec::new() };
    Plain {
        default: supported.then(|| default::check(raw, ty, optional, &rules, diagnostics)).flatten(),
        any_of: raw.any_of.as_ref().map(|group| group.value.0.clone()),
        secret: stated == Some(true),
        wire,
        rules,
    }
}

/// Answers have times in UTC; those of a request are in a zone and a format that the reference names with each.
fn refuse_time(ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    let value = vec_inner(ty).unwrap_or(ty);
    let is_time = last_segment(value).is_some_and(|segment| segment.ident == "Timestamp");
    if is_time {
        let message = format!(
            "`{}` is a type of answers: a parameter takes a time as a text, written as the reference says; use `String`",
            source(value)
        );
        diagnostics.error(value, message);
    }
    is_time
}

/// A one-of field has no name, rules and default of its own.
fn refuse_beside_one_of(raw: &RawParam, ty: &Type, diagnostics: &mut Diagnostics) {
    let choice = source(ty);
    if let Some(item) = vec_inner(ty).filter(|item| TypeClass::of(item) == TypeClass::Other) {
        let item = source(item);
        let message = format!("a choice is sent once: write `{item}` or `Option<{item}>`; found `{choice}`");
        diagnostics.error(ty, message);
        return;
    }
    if TypeClass::of(ty) != TypeClass::Other {
        let message =
            format!("`one_of` needs an enum with `#[derive(VoxChoice)]`; found `{choice}`: remove `one_of`");
        diagnostics.error(ty, message);
        return;
    }
    for key in rule_keys(raw) {
        let message = format!("`{key}` cannot stand beside `one_of`: put it on the variants of `{choice}`");
        diagnostics.error(key, message);
    }
    for key in other_keys(raw) {
        let fix = match key.to_string().as_str() {
            "name" => format!("a group is named by `#[vox_choice(name = ..)]` on `{choice}`"),
            "any_of" => "it is a group already".to_owned(),
            _ => "remove it".to_owned(),
        };
        diagnostics.error(key, format!("`{key}` cannot stand beside `one_of`: {fix}"));
    }
}

fn rule_keys(raw: &RawParam) -> Vec<&Ident> {
    let secret = raw.secret.iter().map(|given| &given.key);
    let rules = [raw.rules.text_keys(), raw.rules.number_keys(), raw.rules.list_keys()];
    rules.into_iter().flatten().chain(secret).collect()
}

fn other_keys(raw: &RawParam) -> Vec<&Ident> {
    let texts = [&raw.name, &raw.any_of, &raw.default_text].into_iter().flatten().map(|given| &given.key);
    texts.chain(raw.default.iter().map(|given| &given.key)).collect()
}
