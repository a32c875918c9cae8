//! Third stage: checked models to tokens.
//!
//! What is generated is data and one call into `vox-core` for each rule. All paths begin at `vox-core`, so that nothing in the
//! user's scope matters, and nothing there is renamed or hidden. Code that needs a trait of a user's type has the
//! span of that type, so that the compiler's error points at it.

#![allow(clippy::single_match_else, reason = "shows the cases side by side")]

mod across;
pub(crate) mod builder;
pub(crate) mod choice;
mod descriptions;
mod docs;
pub(crate) mod enumeration;
mod meta;
pub(crate) mod method;
pub(crate) mod record;
pub(crate) mod rules;
mod server;
pub(crate) mod statics;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type, TypePath, parse_quote};

/// Whether anything in the build uses the feature `client` of `vox-core`: what its gate would drop everywhere is not even
/// generated. If only some of the build uses it, the gate decides.
pub(crate) const WITH_CLIENT: bool = cfg!(any(test, feature = "client"));

/// The same for the feature `server`.
pub(crate) const WITH_SERVER: bool = cfg!(any(test, feature = "server"));

/// The same for the feature `masked`.
pub(crate) const WITH_MASKED: bool = cfg!(any(test, feature = "masked"));

/// Imports what generated code calls by one name. Whole paths everywhere would cost each user's build more: a derive
/// spends its time on tokens.
pub(crate) fn use_private(krate: &Path) -> TokenStream {
    let support = support(krate);
    quote!(use #support as __vox;)
}

/// The module of `vox-core` for generated code.
pub(crate) fn support(krate: &Path) -> Path {
    parse_quote!(#krate::macro_support)
}

/// The span of a type, with the hygiene of generated code. Most types are one name, whose span is at hand.
fn span(ty: &Type) -> Span {
    let name = match ty {
        Type::Path(TypePath { qself: None, path, .. }) => path.get_ident(),
        _ => None,
    };
    name.map_or_else(|| span_of(ty), |name| Span::call_site().located_at(name.span()))
}

/// The span of any tokens, with the hygiene of generated code.
fn span_of(tokens: &impl ToTokens) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// The field's name with the span of its type.
fn spanned_at(ident: &Ident, ty: &Type) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(span(ty));
    ident
}
