//! `#[derive(VoxRecord)]`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{DeriveInput, Field, Ident, Type};

use super::docs;
use super::foreign;
use super::keys::{Given, Grammar, Keys, reject_foreign, reject_misplaced};
use super::shape;
use super::values::{CratePath, StringLiteral, Switch};
use crate::diag::Diagnostics;
use crate::model::Doc;

/// The grammar of `#[vox_record(..)]`.
pub(crate) const GRAMMAR: Grammar =
    Grammar { attribute: "vox_record", keys: &["crate"], example: "crate = ::vox_core", foreign: &[] };

/// The message about a method's attribute on a record.
const REQUEST: &str = "is for a request, with `#[derive(VoxMethod)]`; `VoxRecord` is for records in responses: remove one \
                       of the two";

/// The message about a key that only a parameter has.
const RULES: &str = "rules are for parameters; responses are not validated, so remove it";

/// The grammar of `#[field(..)]`.
const ON_FIELD: Grammar = Grammar {
    attribute: "field",
    keys: &["name", "alias", "secret"],
    example: "name = \"account_id\"",
    foreign: &[&[
        ("rename", "write `name = \"..\"`"),
        ("default", "the type of a field that may be missing is `Option` or `Vec`"),
        ("optional", "the type of a field that may be missing is `Option` or `Vec`"),
        ("required", "every field is required unless its type is `Option` or `Vec`"),
        ("description", "write a doc comment, `/// ..`, above it"),
        ("doc", "write a doc comment, `/// ..`, above it"),
        ("one_of", "groups are for parameters, so remove it"),
        ("any_of", "groups are for parameters, so remove it"),
        ("min_len", RULES),
        ("max_len", RULES),
        ("pattern", RULES),
        ("check", RULES),
        ("min", RULES),
        ("max", RULES),
        ("min_items", RULES),
        ("max_items", RULES),
    ]],
};

/// A record as written.
#[derive(Debug)]
pub(crate) struct RawRecord {
    /// The struct's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `crate = ..`
    pub(crate) krate: Option<Given<CratePath>>,
    /// The fields.
    pub(crate) fields: Vec<RawField>,
}

/// A field of a record as written.
#[derive(Debug)]
pub(crate) struct RawField {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its type.
    pub(crate) ty: Type,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `name = ".."`
    pub(crate) name: Option<Given<StringLiteral>>,
    /// `alias = ".."`, any number of times.
    pub(crate) aliases: Vec<Given<StringLiteral>>,
    /// `secret = ..`
    pub(crate) secret: Option<Given<Switch>>,
    /// The keys that are neither given nor missing, as their mistakes were reported.
    pub(crate) unclear: Vec<&'static str>,
}

impl RawField {
    /// The name on the wire.
    pub(crate) fn wire(&self) -> String {
        self.name.as_ref().map_or_else(|| self.ident.unraw().to_string(), |name| name.value.0.clone())
    }

    /// The tokens for a message about the wire name.
    pub(crate) fn name_tokens(&self) -> TokenStream {
        self.name.as_ref().map_or_else(|| self.ident.to_token_stream(), ToTokens::to_token_stream)
    }
}

/// Reads a record.
pub(crate) fn parse(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<RawRecord> {
    let fields = shape::named_fields(input, "VoxRecord", diagnostics)?;
    if reject_foreign(&input.attrs, "vox_method", REQUEST, diagnostics) {
        return None;
    }
    reject_misplaced(&input.attrs, "field", "on a field", diagnostics);
    foreign::reject(&input.attrs, foreign::RECORD, diagnostics);
    let mut keys = Keys::read(&input.attrs, GRAMMAR, diagnostics);
    Some(RawRecord {
        ident: input.ident.clone(),
        doc: docs::read(&input.attrs),
        krate: keys.take("crate", diagnostics),
        fields: fields.iter().filter_map(|field| raw_field(field, diagnostics)).collect(),
    })
}

/// Reads a field.
pub(crate) fn raw_field(field: &Field, diagnostics: &mut Diagnostics) -> Option<RawField> {
    reject_misplaced(&field.attrs, "vox_record", "on the struct", diagnostics);
    foreign::reject(&field.attrs, foreign::FIELD, diagnostics);
    let ident = field.ident.clone()?;
    let mut keys = Keys::read(&field.attrs, ON_FIELD, diagnostics);
    Some(RawField {
        ident,
        ty: field.ty.clone(),
        doc: docs::read(&field.attrs),
        name: keys.take("name", diagnostics),
        aliases: keys.take_all("alias", diagnostics),
        secret: keys.take("secret", diagnostics),
        unclear: keys.unclear,
    })
}
