//! Third stage: checked models to tokens.
//!
//! What is generated is data and one call into `vox-core` for each rule. All paths begin at `vox-core`, so that nothing in the
//! user's scope matters, and nothing of the user's is renamed or hidden. Code that needs a trait of a user's type
//! carries the place of that type, so that the compiler's complaint lands there.

#![allow(clippy::single_match_else, reason = "what is generated in each case stands side by side")]

pub(crate) mod builder;
pub(crate) mod choice;
mod docs;
pub(crate) mod enumeration;
mod meta;
pub(crate) mod method;
pub(crate) mod record;
mod rules;
mod server;
mod statics;
mod words;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type};

/// What generated code calls, by the one name that `use_private` gives it. Whole paths everywhere would cost each user's
/// build more: it is tokens that the derives' own run takes its time for.
pub(crate) fn use_private(krate: &Path) -> TokenStream {
    quote!(use #krate::__private as __vox;)
}

/// The place of the tokens, with the names of generated code.
fn place(tokens: &impl ToTokens) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// The field's name, placed at its type.
fn placed(ident: &Ident, ty: &Type) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(place(ty));
    ident
}
