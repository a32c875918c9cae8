//! `#[derive(VoxEnum)]`.

use syn::{DeriveInput, Field, Fields, Ident, Variant, Visibility};

use super::docs;
use super::foreign;
use super::keys::{Given, Grammar, Keys, reject_misplaced};
use super::shape;
use super::values::{CratePath, StringLiteral};
use crate::diag::Diagnostics;
use crate::model::Doc;
use crate::names::Case;

/// The grammar of `#[vox_enum(..)]`.
pub(crate) const GRAMMAR: Grammar = Grammar {
    attribute: "vox_enum",
    keys: &["case", "crate"],
    example: "case = \"snake_case\"",
    foreign: &[&[("rename_all", "write `case = \"snake_case\"`")]],
};

/// The grammar of `#[value(..)]`.
const ON_VARIANT: Grammar = Grammar {
    attribute: "value",
    keys: &["name"],
    example: "name = \"IN_USE\"",
    foreign: &[&[("rename", "write `name = \"..\"`")]],
};

/// A string enum as written.
#[derive(Debug)]
pub(crate) struct RawEnum {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its visibility.
    pub(crate) vis: Visibility,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `case = ".."`
    pub(crate) case: Option<Given<Case>>,
    /// `crate = ..`
    pub(crate) krate: Option<Given<CratePath>>,
    /// The variants that can be read.
    pub(crate) variants: Vec<RawVariant>,
    /// Whether these are all.
    pub(crate) complete: bool,
}

/// A variant as written.
#[derive(Debug)]
pub(crate) struct RawVariant {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `name = ".."`
    pub(crate) name: Option<Given<StringLiteral>>,
    /// The field of the variant for unknown values.
    pub(crate) catch_all: Option<Field>,
}

/// Reads a string enum.
pub(crate) fn parse(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<RawEnum> {
    let variants = shape::variants(input, "VoxEnum", diagnostics)?;
    reject_misplaced(&input.attrs, "value", "on a variant", diagnostics);
    foreign::reject(&input.attrs, foreign::ENUM, diagnostics);
    let mut keys = Keys::read(&input.attrs, GRAMMAR, diagnostics);
    let read: Vec<_> = variants.iter().filter_map(|variant| raw_variant(variant, diagnostics)).collect();
    Some(RawEnum {
        ident: input.ident.clone(),
        vis: input.vis.clone(),
        doc: docs::read(&input.attrs),
        case: keys.take("case", diagnostics),
        krate: keys.take("crate", diagnostics),
        complete: read.len() == variants.len(),
        variants: read,
    })
}

fn raw_variant(variant: &Variant, diagnostics: &mut Diagnostics) -> Option<RawVariant> {
    reject_misplaced(&variant.attrs, "vox_enum", "on the enum", diagnostics);
    foreign::reject(&variant.attrs, foreign::VALUE, diagnostics);
    let catch_all = match &variant.fields {
        Fields::Unit => None,
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let field = &fields.unnamed[0];
            reject_misplaced(&field.attrs, "value", "on the variant, not on its field", diagnostics);
            foreign::reject(&field.attrs, foreign::VALUE, diagnostics);
            Some(field.clone())
        }
        fields => {
            let name = &variant.ident;
            let message = format!(
                "expected `{name}`, a known value, or `{name}(String)`, the variant for unknown values"
            );
            diagnostics.error(fields, message);
            return None;
        }
    };
    let mut keys = Keys::read(&variant.attrs, ON_VARIANT, diagnostics);
    Some(RawVariant {
        ident: variant.ident.clone(),
        doc: docs::read(&variant.attrs),
        name: keys.take("name", diagnostics),
        catch_all,
    })
}
