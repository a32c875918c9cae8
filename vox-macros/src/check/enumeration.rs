//! A string enum.

use quote::ToTokens;
use syn::Ident;
use syn::ext::IdentExt;

use super::names::{Claim, reject_repeated};
use super::{generated, krate};
use crate::diag::{Diagnostics, source};
use crate::model::{KnownValue, TextEnum};
use crate::names::Case;
use crate::syntax::enumeration::{RawEnum, RawVariant};
use crate::types::TypeClass;

/// Checks a string enum; `None` if the variant for unknown values is missing.
pub(crate) fn check(raw: RawEnum, diagnostics: &mut Diagnostics) -> Option<TextEnum> {
    let case = raw.case.as_ref().map_or_else(Case::default, |case| case.value);
    let (catch_alls, known): (Vec<_>, Vec<_>) =
        raw.variants.iter().partition(|variant| variant.catch_all.is_some());
    if known.is_empty() && catch_alls.len() > 1 {
        let message = format!(
            "every variant of `{}` has a field, so it is a choice between parameters: derive `VoxChoice`",
            raw.ident
        );
        diagnostics.error(&raw.ident, message);
        return None;
    }
    if known.is_empty() && raw.complete {
        let message =
            format!("expected at least one known value: add a variant without a field to `{}`", raw.ident);
        diagnostics.error(&raw.ident, message);
    }
    let values: Vec<KnownValue> = known.iter().map(|variant| known_value(variant, case)).collect();
    let claims: Vec<Claim> = known.iter().zip(&values).map(|(raw, value)| claim(raw, value)).collect();
    reject_repeated("value", &claims, diagnostics);
    let catch_all = only_catch_all(&raw, &catch_alls, diagnostics)?;
    Some(TextEnum {
        krate: krate(raw.krate.as_ref()),
        vis: raw.vis,
        doc: raw.doc,
        values,
        catch_all,
        ident: generated(raw.ident),
    })
}

fn known_value(variant: &RawVariant, case: Case) -> KnownValue {
    let value = variant.name.as_ref().map(|name| name.value.0.clone());
    KnownValue {
        ident: variant.ident.clone(),
        doc: variant.doc.clone(),
        value: value.unwrap_or_else(|| case.apply(&variant.ident.unraw().to_string())),
    }
}

fn claim(variant: &RawVariant, value: &KnownValue) -> Claim {
    let at = variant.name.as_ref().map_or_else(|| variant.ident.to_token_stream(), ToTokens::to_token_stream);
    Claim { name: value.value.clone(), owner: variant.ident.to_string(), at }
}

fn only_catch_all(raw: &RawEnum, catch_alls: &[&RawVariant], diagnostics: &mut Diagnostics) -> Option<Ident> {
    let Some((first, others)) = catch_alls.split_first() else {
        reject_missing_catch_all(raw, diagnostics);
        return None;
    };
    for other in others {
        let message = format!(
            "expected one variant for unknown values; found `{}` and `{}`: remove one",
            first.ident, other.ident
        );
        diagnostics.error(&other.ident, message);
    }
    if others.is_empty() {
        check_catch_all(first, raw, diagnostics);
    }
    Some(first.ident.clone())
}

/// Rejects an enum that has no variant for unknown values.
fn reject_missing_catch_all(raw: &RawEnum, diagnostics: &mut Diagnostics) {
    let named = raw.variants.iter().find(|variant| variant.ident == "Other" || variant.ident == "Unknown");
    if let Some(RawVariant { ident, .. }) = named {
        let message = format!("the variant for unknown values has a `String`: write `{ident}(String)`");
        diagnostics.error(ident, message);
    } else {
        let message = format!(
            "missing a variant for unknown values: add `Other(String)` as the last variant of `{}`",
            raw.ident
        );
        diagnostics.error(&raw.ident, message);
    }
}

fn check_catch_all(variant: &RawVariant, raw: &RawEnum, diagnostics: &mut Diagnostics) {
    let name = &variant.ident;
    if let Some(field) =
        variant.catch_all.as_ref().filter(|field| TypeClass::of(&field.ty) != TypeClass::String)
    {
        let message = format!(
            "expected `{name}(String)`, the variant for unknown values; found `{}`",
            source(&field.ty)
        );
        diagnostics.error(&field.ty, message);
    }
    if let Some(last) = raw.variants.last().filter(|last| last.ident != *name) {
        let message =
            format!("the variant for unknown values must be the last: move `{name}` below `{}`", last.ident);
        diagnostics.error(name, message);
    }
    if let Some(given) = &variant.name {
        let message = format!("`{name}` keeps every unknown value, so it has no value itself: remove `name`");
        diagnostics.error(&given.key, message);
    }
}
