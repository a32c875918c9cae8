//! Second stage: raw models to checked models. Finds every mistake that concerns more than one value.

mod across;
mod bounds;
pub(crate) mod choice;
mod default;
pub(crate) mod enumeration;
pub(crate) mod method;
mod names;
pub(crate) mod param;
pub(crate) mod record;
mod rules;
mod secret;
mod types;

use proc_macro2::Span;
use syn::Ident;

use crate::syntax::keys::krate;

/// The name of an item for generated code: its use there is none of the user's, which lints report.
fn generated(ident: Ident) -> Ident {
    let span = Span::call_site().located_at(ident.span());
    let mut ident = ident;
    ident.set_span(span);
    ident
}
