//! Third stage: checked models to tokens.
//!
//! What is generated is data and one call into `vox-core` for each rule.
//!
//! # Hygiene
//!
//! Nothing in the user's scope changes the meaning of generated code, and no item there is renamed or hidden:
//!
//! - **Items.** Generated code is in a [`block`], which imports one module of `vox-core` as `__vox`. Every item of `vox-core`, of
//!   the standard library and of serde is named through it: `__vox::Option`. That is shorter than a path from the root, and each
//!   token costs the user's build. Only primitive types, such as `usize`, have their own names.
//! - **The builder** is outside of the block, as users name it. It imports the module under a name of the struct's own; see
//!   [`builder`].
//! - **Locals** have plain names. No expression of the user's is evaluated where they are in scope: paths of checks are in
//!   constants, and a setter's argument has the name of its field.
//! - **Spans.** Code has the span of the derive. Code that needs a trait of a user's type has the span of that type
//!   ([`span()`]), so that the compiler's error points at it; it still counts as generated, so lints do not report it. Only the
//!   name of a function that stops the compilation has the user's own span, as nothing else is to be marked.
//! - **Attributes.** `#[diagnostic]` is the one name that no path leads to: the compiler does not know it in a module with
//!   `#![no_implicit_prelude]`, so methods with required parameters are an error there.

#![allow(clippy::single_match_else, reason = "shows the cases side by side")]

mod across;
pub(crate) mod builder;
pub(crate) mod choice;
mod descriptions;
mod docs;
pub(crate) mod enumeration;
mod markdown;
mod meta;
pub(crate) mod method;
pub(crate) mod record;
pub(crate) mod rules;
mod server;
pub(crate) mod statics;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type, TypePath};

/// Whether anything in the build uses the feature `client` of `vox-core`: what its gate would drop everywhere is not even
/// generated. If only some of the build uses it, the gate decides.
pub(crate) const WITH_CLIENT: bool = cfg!(any(test, feature = "client"));

/// The same for the feature `server`.
pub(crate) const WITH_SERVER: bool = cfg!(any(test, feature = "server"));

/// The same for the feature `masked`.
pub(crate) const WITH_MASKED: bool = cfg!(any(test, feature = "masked"));

/// A block of items, which see the names of generated code as `__vox`.
pub(crate) fn block(krate: &Path, items: &TokenStream) -> TokenStream {
    let import = import(krate, &Ident::new("__vox", Span::call_site()));
    quote!(const _: () = { #import #items };)
}

/// Imports the module of `vox-core` for generated code under this name.
fn import(krate: &Path, name: &Ident) -> TokenStream {
    quote!(use #krate::macro_support as #name;)
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
