//! `#[derive(VoxChoice)]`.

use syn::{DeriveInput, Fields, FieldsNamed, Ident, Variant};

use super::docs;
use super::foreign;
use super::keys::{Given, Grammar, Keys, reject_misplaced};
use super::param::{ON_COMPANION, ON_FIRST, ON_VARIANT, RawParam};
use super::shape;
use super::values::{CratePath, StringLiteral};
use crate::diag::Diagnostics;
use crate::model::Doc;

/// The grammar of `#[vox_choice(..)]`.
pub(crate) const GRAMMAR: Grammar = Grammar {
    attribute: "vox_choice",
    keys: &["name", "prefix", "crate"],
    example: "name = \"parent_account\"",
    foreign: &[&[("rename", "write `name = \"..\"`")]],
};

/// A choice as written.
#[derive(Debug)]
pub(crate) struct RawChoice {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `name = ".."`
    pub(crate) name: Option<Given<StringLiteral>>,
    /// `prefix = ".."`
    pub(crate) prefix: Option<Given<StringLiteral>>,
    /// `crate = ..`
    pub(crate) krate: Option<Given<CratePath>>,
    /// The variants.
    pub(crate) members: Vec<RawMember>,
    /// The keys that are neither given nor missing, as their mistakes were reported.
    pub(crate) unclear: Vec<&'static str>,
}

/// Reads a choice.
pub(crate) fn parse(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<RawChoice> {
    let variants = shape::variants(input, "VoxChoice", diagnostics)?;
    if variants.len() > 1 && variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) {
        let message =
            format!("no variant of `{}` has a field, so it is a string enum: derive `VoxEnum`", input.ident);
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
    reject_misplaced(&input.attrs, "param", "on a variant", diagnostics);
    foreign::reject(&input.attrs, foreign::CHOICE, diagnostics);
    let mut keys = Keys::read(&input.attrs, GRAMMAR, diagnostics);
    Some(RawChoice {
        ident: input.ident.clone(),
        doc: docs::read(&input.attrs),
        name: keys.take("name", diagnostics),
        prefix: keys.take("prefix", diagnostics),
        krate: keys.take("crate", diagnostics),
        members: variants.iter().filter_map(|variant| member(variant, diagnostics)).collect(),
        unclear: keys.unclear,
    })
}

/// A variant as written.
#[derive(Debug)]
pub(crate) struct RawMember {
    /// The variant's name.
    pub(crate) variant: Ident,
    /// The member: the only field, or the first one with a name.
    pub(crate) param: RawParam,
    /// The fields after it, which have names.
    pub(crate) companions: Option<Vec<RawParam>>,
}

fn member(variant: &Variant, diagnostics: &mut Diagnostics) -> Option<RawMember> {
    reject_misplaced(&variant.attrs, "vox_choice", "on the enum", diagnostics);
    foreign::reject(&variant.attrs, foreign::MEMBER, diagnostics);
    let name = &variant.ident;
    let found = match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let field = &fields.unnamed[0];
            reject_misplaced(&field.attrs, "param", "on the variant, not on its field", diagnostics);
            foreign::reject(&field.attrs, foreign::MEMBER, diagnostics);
            let param = RawParam::read(name, field, &variant.attrs, ON_VARIANT, diagnostics);
            return Some(RawMember { variant: name.clone(), param, companions: None });
        }
        Fields::Named(fields) if !fields.named.is_empty() => {
            return named(variant, fields, diagnostics);
        }
        Fields::Unit | Fields::Named(_) => "none".to_owned(),
        Fields::Unnamed(fields) => format!("{} fields without names", fields.unnamed.len()),
    };
    let message = format!(
        "expected a variant with one field, as in `{name}(u64)`, or with named ones, as in `{name} {{ user_name: String, \
         application: Application }}`; `{name}` has {found}"
    );
    diagnostics.error(variant_tokens(variant), message);
    None
}

/// A variant with several parameters.
fn named(variant: &Variant, fields: &FieldsNamed, diagnostics: &mut Diagnostics) -> Option<RawMember> {
    reject_misplaced(&variant.attrs, "param", "on a field of the variant", diagnostics);
    let mut params = fields.named.iter().enumerate().filter_map(|(index, field)| {
        foreign::reject(&field.attrs, foreign::PARAMETER, diagnostics);
        let grammar = if index == 0 { ON_FIRST } else { ON_COMPANION };
        Some(RawParam::read(field.ident.as_ref()?, field, &field.attrs, grammar, diagnostics))
    });
    let param = params.next()?;
    let companions = Some(params.collect());
    Some(RawMember { variant: variant.ident.clone(), param, companions })
}

fn variant_tokens(variant: &Variant) -> &dyn quote::ToTokens {
    match &variant.fields {
        Fields::Unit => &variant.ident,
        fields => fields,
    }
}
