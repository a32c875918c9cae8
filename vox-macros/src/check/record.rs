//! A record.

use quote::ToTokens;
use syn::ext::IdentExt;

use super::names::{Claim, reject_repeated};
use super::{generated, krate, secret, types};
use crate::diag::{Diagnostics, source};
use crate::model::{Field, Record};
use crate::syntax::record::{RawField, RawRecord};
use crate::types::{TypeClass, map_inner, option_inner, vec_inner};

/// The most fields of a record: `vox-core` tracks those it has read in 128 bits.
const MAX_FIELDS: usize = 128;

/// Checks a record.
pub(crate) fn check(raw: RawRecord, diagnostics: &mut Diagnostics) -> Record {
    if let Some(field) = raw.fields.get(MAX_FIELDS) {
        let message = format!(
            "`VoxRecord` supports at most {MAX_FIELDS} fields; `{}` has {}",
            raw.ident,
            raw.fields.len()
        );
        diagnostics.error(&field.ident, message);
    }
    if let Some(alias) = raw.fields.iter().flat_map(|field| &field.aliases).nth(MAX_FIELDS) {
        diagnostics.error(
            alias,
            format!("`VoxRecord` supports at most {MAX_FIELDS} aliases; `{}` has more", raw.ident),
        );
    }
    let named = raw.fields.iter().filter(|field| !field.unclear.contains(&"name"));
    let claims: Vec<Claim> = named.flat_map(|field| claims(field, diagnostics)).collect();
    reject_repeated("wire name", &claims, diagnostics);
    let fields = raw.fields.iter().map(|field| check_field(field, diagnostics)).collect();
    Record { krate: krate(raw.krate.as_ref()), ident: generated(raw.ident), doc: raw.doc, fields }
}

/// The names of a field: its own, and its aliases.
fn claims(field: &RawField, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let claim = |name, at| Claim { name, owner: field.ident.unraw().to_string(), at };
    let mut claims = vec![claim(field.wire(), field.name_tokens())];
    for alias in &field.aliases {
        let name = &alias.value.0;
        if claims.iter().any(|claim| claim.name == *name) {
            let message = format!("`{name}` already is a name of `{}`: remove this alias", field.ident);
            diagnostics.error(alias, message);
        } else {
            claims.push(claim(name.clone(), alias.to_token_stream()));
        }
    }
    claims
}

/// Checks a field.
pub(crate) fn check_field(raw: &RawField, diagnostics: &mut Diagnostics) -> Field {
    let inner = option_inner(&raw.ty);
    if let Some(nested) = inner.filter(|inner| option_inner(inner).is_some()) {
        let message = format!("missing and null are the same here: write `{}`", source(nested));
        diagnostics.error(&raw.ty, message);
    }
    let stated = raw.secret.as_ref().map(|secret| secret.value.0);
    let value = inner.unwrap_or(&raw.ty);
    if !["name", "secret"].iter().any(|key| raw.unclear.contains(key)) {
        secret::reject_exposed(&raw.wire(), value, stated, "field", diagnostics);
    }
    types::check_field(value, inner.is_some(), diagnostics);
    let item = vec_inner(value).or_else(|| map_inner(value).map(|(_, value)| value)).unwrap_or(value);
    Field {
        ident: raw.ident.clone(),
        ty: raw.ty.clone(),
        doc: raw.doc.clone(),
        wire: raw.wire(),
        aliases: raw.aliases.iter().map(|alias| alias.value.0.clone()).collect(),
        required: inner.is_none() && vec_inner(&raw.ty).is_none() && map_inner(&raw.ty).is_none(),
        secret: stated.unwrap_or(TypeClass::of(item) == TypeClass::Secret),
    }
}
