//! The way of an item through the stages.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::diag::{Diagnostics, compile_errors, unreadable};
use crate::model::{Choice, Method, Record, TextEnum};
use crate::{check, emit, fallback, syntax};

/// The mistakes in an item.
pub(crate) type Mistakes = Vec<syn::Error>;

/// `#[derive(VoxMethod)]`
pub(crate) fn method(input: TokenStream) -> TokenStream {
    run(input, checked_method, emit::method::emit, fallback::method)
}

/// `#[derive(VoxChoice)]`
pub(crate) fn choice(input: TokenStream) -> TokenStream {
    run(input, checked_choice, emit::choice::emit, fallback::choice)
}

/// `#[derive(VoxEnum)]`
pub(crate) fn enumeration(input: TokenStream) -> TokenStream {
    run(input, checked_enumeration, emit::enumeration::emit, fallback::enumeration)
}

/// `#[derive(VoxRecord)]`
pub(crate) fn record(input: TokenStream) -> TokenStream {
    run(input, checked_record, emit::record::emit, fallback::record)
}

/// The first two stages of a method.
pub(crate) fn checked_method(input: &DeriveInput) -> Result<Method, Mistakes> {
    let mut diagnostics = Diagnostics::default();
    let raw = syntax::method::parse(input, &mut diagnostics);
    let checked = raw.and_then(|raw| check::method::check(raw, &mut diagnostics));
    diagnostics.finish(checked)
}

/// The first two stages of a choice.
pub(crate) fn checked_choice(input: &DeriveInput) -> Result<Choice, Mistakes> {
    let mut diagnostics = Diagnostics::default();
    let raw = syntax::choice::parse(input, &mut diagnostics);
    let checked = raw.map(|raw| check::choice::check(raw, &mut diagnostics));
    diagnostics.finish(checked)
}

/// The first two stages of a text enum.
pub(crate) fn checked_enumeration(input: &DeriveInput) -> Result<TextEnum, Mistakes> {
    let mut diagnostics = Diagnostics::default();
    let raw = syntax::enumeration::parse(input, &mut diagnostics);
    let checked = raw.and_then(|raw| check::enumeration::check(raw, &mut diagnostics));
    diagnostics.finish(checked)
}

/// The first two stages of a record.
pub(crate) fn checked_record(input: &DeriveInput) -> Result<Record, Mistakes> {
    let mut diagnostics = Diagnostics::default();
    let raw = syntax::record::parse(input, &mut diagnostics);
    let checked = raw.map(|raw| check::record::check(raw, &mut diagnostics));
    diagnostics.finish(checked)
}

fn run<M>(
    input: TokenStream,
    checked: fn(&DeriveInput) -> Result<M, Mistakes>,
    emit: fn(&M) -> TokenStream,
    fallback: fn(&DeriveInput) -> TokenStream,
) -> TokenStream {
    let (mistakes, input) = match syn::parse2::<DeriveInput>(input.clone()) {
        Ok(input) => match checked(&input) {
            Ok(model) => return emit(&model),
            Err(mistakes) => (mistakes, Some(input)),
        },
        Err(error) => (vec![unreadable(&error)], syntax::recover::item(input)),
    };
    let mut tokens = compile_errors(&mistakes);
    tokens.extend(input.as_ref().map(fallback));
    tokens
}
