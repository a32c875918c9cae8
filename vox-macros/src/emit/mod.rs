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
use syn::{Ident, Path, Type, TypePath, parse_quote};

/// Whether anything in the build uses the feature `client` of `vox-core`: what its gate would drop everywhere is not even
/// written. Where only some of the build uses it, the gate decides.
pub(crate) const WITH_CLIENT: bool = cfg!(any(test, feature = "client"));

/// The same for the feature `server`.
pub(crate) const WITH_SERVER: bool = cfg!(any(test, feature = "server"));

/// The same for the feature `masked`.
pub(crate) const WITH_MASKED: bool = cfg!(any(test, feature = "masked"));

/// What generated code calls, by the one name that `use_private` gives it. Whole paths everywhere would cost each user's
/// build more: it is tokens that the derives' own run takes its time for.
pub(crate) fn use_private(krate: &Path) -> TokenStream {
    let support = support(krate);
    quote!(use #support as __vox;)
}

/// The module of `vox-core` for generated code.
pub(crate) fn support(krate: &Path) -> Path {
    parse_quote!(#krate::macro_support)
}

/// The place of a type, with the names of generated code. Most types are one name, which need not be written out to be
/// found.
fn place(ty: &Type) -> Span {
    let name = match ty {
        Type::Path(TypePath { qself: None, path, .. }) => path.get_ident(),
        _ => None,
    };
    name.map_or_else(|| place_of(ty), |name| Span::call_site().located_at(name.span()))
}

/// The place of any tokens, with the names of generated code.
fn place_of(tokens: &impl ToTokens) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// The field's name, placed at its type.
fn placed(ident: &Ident, ty: &Type) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(place(ty));
    ident
}
