//! A text enum.

use quote::ToTokens;
use syn::Ident;
use syn::ext::IdentExt;

use super::krate;
use super::names::{Claim, refuse_repeated};
use crate::diag::{Diagnostics, source};
use crate::model::{KnownText, TextEnum};
use crate::names::Case;
use crate::syntax::enumeration::{RawEnum, RawVariant};
use crate::types::TypeClass;

/// Checks a text enum; none where the catch-all is missing.
pub(crate) fn check(raw: RawEnum, diagnostics: &mut Diagnostics) -> Option<TextEnum> {
    let case = raw.case.as_ref().map_or_else(Case::default, |case| case.value);
    let (catch_alls, known): (Vec<_>, Vec<_>) =
        raw.variants.iter().partition(|variant| variant.catch_all.is_some());
    if known.is_empty() && catch_alls.len() > 1 {
        let message = format!(
            "every variant of `{}` has a value, so it is a choice between parameters: derive `VoxChoice`",
            raw.ident
        );
        diagnostics.error(&raw.ident, message);
        return None;
    }
    if known.is_empty() && raw.complete {
        let message =
            format!("expected at least one known text: add a variant without a value to `{}`", raw.ident);
        diagnostics.error(&raw.ident, message);
    }
    let values: Vec<KnownText> = known.iter().map(|variant| known_text(variant, case)).collect();
    let claims: Vec<Claim> = known.iter().zip(&values).map(|(raw, value)| claim(raw, value)).collect();
    refuse_repeated("text", &claims, diagnostics);
    let catch_all = only_catch_all(&raw, &catch_alls, diagnostics)?;
    Some(TextEnum {
        krate: krate(raw.krate.as_ref()),
        vis: raw.vis,
        doc: raw.doc,
        values,
        catch_all,
        ident: raw.ident,
    })
}

fn known_text(variant: &RawVariant, case: Case) -> KnownText {
    let text = variant.name.as_ref().map(|name| name.value.0.clone());
    KnownText {
        ident: variant.ident.clone(),
        label: variant.doc.lines().next().unwrap_or_default().to_owned(),
        text: text.unwrap_or_else(|| case.apply(&variant.ident.unraw().to_string())),
    }
}

fn claim(variant: &RawVariant, value: &KnownText) -> Claim {
    let at = variant.name.as_ref().map_or_else(|| variant.ident.to_token_stream(), ToTokens::to_token_stream);
    Claim { name: value.text.clone(), owner: variant.ident.to_string(), at }
}

fn only_catch_all(raw: &RawEnum, catch_alls: &[&RawVariant], diagnostics: &mut Diagnostics) -> Option<Ident> {
    let Some((first, others)) = catch_alls.split_first() else {
        refuse_closed(raw, diagnostics);
        return None;
    };
    for other in others {
        let message = format!(
            "expected one variant for unknown texts; found `{}` and `{}`: keep one of the two",
            first.ident, other.ident
        );
        diagnostics.conflict(&first.ident, &other.ident, message);
    }
    if others.is_empty() {
        check_catch_all(first, raw, diagnostics);
    }
    Some(first.ident.clone())
}

/// Complains of an enum that has no variant for unknown texts.
fn refuse_closed(raw: &RawEnum, diagnostics: &mut Diagnostics) {
    let named = raw.variants.iter().find(|variant| variant.ident == "Other" || variant.ident == "Unknown");
    if let Some(RawVariant { ident, .. }) = named {
        let message = format!("write `{ident}(String)`: the variant for unknown texts keeps them");
        diagnostics.error(ident, message);
    } else {
        let message = format!(
            "missing the variant for unknown texts: add `Other(String)` as the last variant of `{}`",
            raw.ident
        );
        diagnostics.error(&raw.ident, message);
    }
}

fn check_catch_all(variant: &RawVariant, raw: &RawEnum, diagnostics: &mut Diagnostics) {
    let name = &variant.ident;
    if let Some(field) =
        variant.catch_all.as_ref().filter(|field| TypeClass::of(&field.ty) != TypeClass::Text)
    {
        let message = format!(
            "expected `{name}(String)`, the variant for unknown texts; found `{}`",
            source(&field.ty)
        );
        diagnostics.error(&field.ty, message);
    }
    if let Some(last) = raw.variants.last().filter(|last| last.ident != *name) {
        let message =
            format!("the variant for unknown texts must be the last: move `{name}` below `{}`", last.ident);
        diagnostics.error(name, message);
    }
    if let Some(given) = &variant.name {
        let message = format!("`{name}` keeps every unknown text, so it has none of its own: remove `name`");
        diagnostics.error(&given.key, message);
    }
}
