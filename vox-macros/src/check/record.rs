//! A record.

use syn::ext::IdentExt;

use super::names::{Claim, reject_repeated};
use super::{generated, krate, secret, types};
use crate::diag::{Diagnostics, source};
use crate::model::{Field, Record};
use crate::syntax::record::{RawField, RawRecord};
use crate::types::{TypeClass, option_inner, vec_inner};

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
    let claims: Vec<Claim> = raw.fields.iter().map(claim).collect();
    reject_repeated("wire name", &claims, diagnostics);
    let fields = raw.fields.iter().map(|field| check_field(field, diagnostics)).collect();
    Record { krate: krate(raw.krate.as_ref()), ident: generated(raw.ident), doc: raw.doc, fields }
}

fn claim(field: &RawField) -> Claim {
    Claim { name: field.wire(), owner: field.ident.unraw().to_string(), at: field.name_tokens() }
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
    secret::reject_exposed(&raw.wire(), value, stated, "field", diagnostics);
    types::check_supported(value, diagnostics);
    let item = vec_inner(value).unwrap_or(value);
    Field {
        ident: raw.ident.clone(),
        ty: raw.ty.clone(),
        doc: raw.doc.clone(),
        wire: raw.wire(),
        required: inner.is_none() && vec_inner(&raw.ty).is_none(),
        secret: stated.unwrap_or(TypeClass::of(item) == TypeClass::Secret),
    }
}
