//! `#[derive(VoxChoice)]`.

use syn::{DeriveInput, Fields, Ident, Path, Variant};

use super::docs;
use super::keys::{self, Given, Grammar, Keys, refuse_misplaced};
use super::param::{ON_FIELD, RawParam};
use super::shape;
use super::values::{CratePath, Text};
use crate::diag::Diagnostics;

/// The grammar of `#[vox_choice(..)]`.
const GRAMMAR: Grammar = Grammar {
    attribute: "vox_choice",
    keys: &["name", "prefix", "crate"],
    example: "name = \"parent_account\"",
    elsewhere: &[("rename", "write `name = \"..\"`")],
};

/// The grammar on a variant: groups and defaults belong to the field that holds the choice.
const ON_VARIANT: Grammar = Grammar {
    keys: &[
        "name",
        "min_len",
        "max_len",
        "pattern",
        "min",
        "max",
        "min_items",
        "max_items",
        "check",
        "secret",
    ],
    ..ON_FIELD
};

/// A choice as written.
#[derive(Debug)]
pub(crate) struct RawChoice {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: String,
    /// `name = ".."`
    pub(crate) name: Option<Given<Text>>,
    /// `prefix = ".."`
    pub(crate) prefix: Option<Given<Text>>,
    /// `crate = ..`
    pub(crate) krate: Option<Given<CratePath>>,
    /// The variants.
    pub(crate) members: Vec<RawParam>,
}

/// Reads a choice.
pub(crate) fn parse(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<RawChoice> {
    let variants = shape::variants(input, "VoxChoice", diagnostics)?;
    if variants.len() > 1 && variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) {
        let message = format!(
            "no variant of `{}` has a value, so it is a list of texts: derive `VoxEnum`",
            input.ident
        );
        diagnostics.error(&input.ident, message);
        return None;
    }
    if variants.len() < 2 {
        let message = format!(
            "`VoxChoice` needs at least two variants to choose from; `{}` has {}",
            input.ident,
            if variants.is_empty() { "none" } else { "one: make it a plain parameter" },
        );
        diagnostics.error(&input.ident, message);
    }
    refuse_misplaced(&input.attrs, "param", "on a variant", diagnostics);
    let keys = Keys::read(&input.attrs, GRAMMAR, diagnostics);
    Some(RawChoice {
        ident: input.ident.clone(),
        doc: docs::read(&input.attrs),
        name: keys.take("name", diagnostics),
        prefix: keys.take("prefix", diagnostics),
        krate: keys.take("crate", diagnostics),
        members: variants.iter().filter_map(|variant| member(variant, diagnostics)).collect(),
    })
}

fn member(variant: &Variant, diagnostics: &mut Diagnostics) -> Option<RawParam> {
    refuse_misplaced(&variant.attrs, "vox_choice", "on the enum", diagnostics);
    let name = &variant.ident;
    let found = match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let field = &fields.unnamed[0];
            refuse_misplaced(&field.attrs, "param", "on the variant, not on its value", diagnostics);
            return Some(RawParam::read(name, &field.ty, &variant.attrs, ON_VARIANT, diagnostics));
        }
        Fields::Unit => "none".to_owned(),
        Fields::Named(_) => "named fields".to_owned(),
        Fields::Unnamed(fields) => format!("{} values", fields.unnamed.len()),
    };
    let message = format!("expected a variant with one value, as in `{name}(u64)`; `{name}` has {found}");
    diagnostics.error(variant_place(variant), message);
    None
}

fn variant_place(variant: &Variant) -> &dyn quote::ToTokens {
    match &variant.fields {
        Fields::Unit => &variant.ident,
        fields => fields,
    }
}

/// The stated path of `vox-core`, for the fallback.
pub(crate) fn krate(input: &DeriveInput) -> Option<Path> {
    keys::krate(&input.attrs, GRAMMAR)
}
