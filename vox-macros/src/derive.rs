//! Runs the stages for an item.

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
    checked(input, syntax::method::parse, check::method::check)
}

/// The first two stages of a choice.
pub(crate) fn checked_choice(input: &DeriveInput) -> Result<Choice, Mistakes> {
    checked(input, syntax::choice::parse, |raw, diagnostics| Some(check::choice::check(raw, diagnostics)))
}

/// The first two stages of a string enum.
pub(crate) fn checked_enumeration(input: &DeriveInput) -> Result<TextEnum, Mistakes> {
    checked(input, syntax::enumeration::parse, check::enumeration::check)
}

/// The first two stages of a record.
pub(crate) fn checked_record(input: &DeriveInput) -> Result<Record, Mistakes> {
    checked(input, syntax::record::parse, |raw, diagnostics| Some(check::record::check(raw, diagnostics)))
}

fn checked<R, M>(
    input: &DeriveInput,
    parse: fn(&DeriveInput, &mut Diagnostics) -> Option<R>,
    check: fn(R, &mut Diagnostics) -> Option<M>,
) -> Result<M, Mistakes> {
    let mut diagnostics = Diagnostics::default();
    let model = parse(input, &mut diagnostics).and_then(|raw| check(raw, &mut diagnostics));
    diagnostics.finish(model)
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
