//! The pipeline of all derives: an item is read, checked, and turned into code. An item with mistakes is turned into errors and
//! a fallback.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Path};

use crate::diag::{Diagnostics, compile_errors, unreadable};
use crate::model::{Choice, Method, Record, TextEnum};
use crate::syntax::choice::RawChoice;
use crate::syntax::enumeration::RawEnum;
use crate::syntax::keys::{self, Grammar};
use crate::syntax::method::RawMethod;
use crate::syntax::record::RawRecord;
use crate::{check, emit, fallback, syntax};

/// The mistakes in an item.
pub(crate) type Mistakes = Vec<syn::Error>;

/// The stages of a derive, from an item over its raw model and its checked model to code.
pub(crate) struct Derive<Raw, Model> {
    parse: fn(&DeriveInput, &mut Diagnostics) -> Option<Raw>,
    check: fn(Raw, &mut Diagnostics) -> Option<Model>,
    emit: fn(&Model) -> TokenStream,
    /// What is generated for an item with mistakes, with this path of `vox-core`.
    fallback: fn(&DeriveInput, &Path) -> TokenStream,
    /// The grammar of the attribute on the item.
    grammar: Grammar,
}

/// `#[derive(VoxMethod)]`
pub(crate) const METHOD: Derive<RawMethod, Method> = Derive {
    parse: syntax::method::parse,
    check: check::method::check,
    emit: emit::method::emit,
    fallback: fallback::method,
    grammar: syntax::method::GRAMMAR,
};

/// `#[derive(VoxChoice)]`
pub(crate) const CHOICE: Derive<RawChoice, Choice> = Derive {
    parse: syntax::choice::parse,
    check: |raw, diagnostics| Some(check::choice::check(raw, diagnostics)),
    emit: emit::choice::emit,
    fallback: fallback::choice,
    grammar: syntax::choice::GRAMMAR,
};

/// `#[derive(VoxEnum)]`
pub(crate) const ENUM: Derive<RawEnum, TextEnum> = Derive {
    parse: syntax::enumeration::parse,
    check: check::enumeration::check,
    emit: emit::enumeration::emit,
    fallback: fallback::enumeration,
    grammar: syntax::enumeration::GRAMMAR,
};

/// `#[derive(VoxRecord)]`
pub(crate) const RECORD: Derive<RawRecord, Record> = Derive {
    parse: syntax::record::parse,
    check: |raw, diagnostics| Some(check::record::check(raw, diagnostics)),
    emit: emit::record::emit,
    fallback: fallback::record,
    grammar: syntax::record::GRAMMAR,
};

impl<Raw, Model> Derive<Raw, Model> {
    /// All stages.
    pub(crate) fn run(&self, input: TokenStream) -> TokenStream {
        let (mistakes, item) = match syn::parse2::<DeriveInput>(input.clone()) {
            Ok(item) => match self.checked(&item) {
                Ok(model) => return (self.emit)(&model),
                Err(mistakes) => (mistakes, Some(item)),
            },
            Err(error) => (vec![unreadable(&error)], syntax::recover::item(input)),
        };
        let mut tokens = compile_errors(&mistakes);
        tokens.extend(item.map(|item| (self.fallback)(&item, &keys::krate_in(&item.attrs, self.grammar))));
        tokens
    }

    /// The stages up to the checked model.
    pub(crate) fn checked(&self, item: &DeriveInput) -> Result<Model, Mistakes> {
        let mut diagnostics = Diagnostics::default();
        let model = (self.parse)(item, &mut diagnostics).and_then(|raw| (self.check)(raw, &mut diagnostics));
        diagnostics.finish(model)
    }
}
