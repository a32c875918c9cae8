//! The shape of an item: a struct with named fields, or an enum.

use std::collections::HashSet;

use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, Field, Fields, Token, Variant};

use crate::diag::{Diagnostics, source};

/// The fields of a struct that a derive supports. Of two with one name, which the compiler rejects, the first.
pub(crate) fn named_fields<'i>(
    input: &'i DeriveInput,
    derive: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<&'i Field>> {
    let found = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => {
                let is_plain = plain(input, derive, diagnostics);
                if fields.named.iter().any(is_invalid_name) {
                    diagnostics.reported_by_compiler();
                }
                return is_plain.then(|| distinct(&fields.named));
            }
            Fields::Unnamed(_) => "a tuple struct",
            Fields::Unit => "a unit struct",
        },
        Data::Enum(_) => "an enum",
        Data::Union(_) => "a union",
    };
    reject(input, derive, "structs with named fields", found, diagnostics);
    None
}

fn distinct(fields: &Punctuated<Field, Token![,]>) -> Vec<&Field> {
    let mut seen = HashSet::new();
    fields.iter().filter(|field| !is_invalid_name(field) && seen.insert(&field.ident)).collect()
}

/// Whether the name is one as `r#self`, which the compiler rejects and of which no other name can be made.
pub(crate) fn is_invalid_name(field: &Field) -> bool {
    let is_invalid = |name: &str| ["r#self", "r#super", "r#crate", "r#Self", "self"].contains(&name);
    field.ident.as_ref().is_some_and(|ident| is_invalid(&ident.to_string()))
}

/// The variants of an enum that a derive supports.
pub(crate) fn variants<'i>(
    input: &'i DeriveInput,
    derive: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'i Punctuated<Variant, Token![,]>> {
    let found = match &input.data {
        Data::Enum(data) => return plain(input, derive, diagnostics).then_some(&data.variants),
        Data::Struct(_) => "a struct",
        Data::Union(_) => "a union",
    };
    reject(input, derive, "enums", found, diagnostics);
    None
}

fn reject(input: &DeriveInput, derive: &str, expected: &str, found: &str, diagnostics: &mut Diagnostics) {
    let name = &input.ident;
    let fix = if found == "a unit struct" { format!(": write `struct {name} {{}}`") } else { String::new() };
    diagnostics
        .error(name, format!("`{derive}` can only be derived for {expected}; `{name}` is {found}{fix}"));
}

/// Rejects generics. Whether there are none.
fn plain(input: &DeriveInput, derive: &str, diagnostics: &mut Diagnostics) -> bool {
    let generics = &input.generics;
    if let Some(clause) = &generics.where_clause {
        diagnostics.error(clause, format!("`{derive}` does not support `where` clauses: remove it"));
    }
    for parameter in &generics.params {
        let what = match parameter {
            syn::GenericParam::Lifetime(_) => {
                "lifetimes: let the fields own their values (`String`, not `&str`)"
            }
            syn::GenericParam::Type(_) => "type parameters: name the type",
            syn::GenericParam::Const(_) => "const parameters: write the value",
        };
        let name = source(parameter);
        diagnostics.error(parameter, format!("`{derive}` does not support {what}; found `{name}`"));
    }
    generics.params.is_empty() && generics.where_clause.is_none()
}
