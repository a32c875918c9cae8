//! Third stage: checked models to tokens.
//!
//! What is generated is data and one call into `vox-core` for each rule. Paths are absolute, so that nothing in the
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
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type};

use crate::types::TypeClass;

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

/// A local variable in the very place of its type. The compiler takes complaints about the variable and about the type
/// for one.
fn local(name: &str, ty: &Type) -> Ident {
    Ident::new(name, ty.span())
}

/// Names a function of the trait, so that a type without the trait is one error and not one for each function that
/// uses it: the compiler drops equal complaints about one place. Types that surely have the trait need none.
fn demand(krate: &Path, ty: &Type, class: TypeClass, name: &str, function: &str) -> Option<TokenStream> {
    let (name, function) = (Ident::new(name, place(ty)), Ident::new(function, place(ty)));
    class.may_lack_traits().then(|| quote_spanned!(place(ty)=> let _ = <#ty as #krate::#name>::#function;))
}
