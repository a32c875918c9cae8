//! Names on the wire.

use proc_macro2::TokenStream;

use crate::diag::Diagnostics;
use crate::names::{is_snake_case, snake_case};

/// Refuses a name that is not in snake case.
pub(super) fn refuse_other_cases(what: &str, name: &str, at: &TokenStream, diagnostics: &mut Diagnostics) {
    if !is_snake_case(name) {
        let mended = snake_case(name);
        let hint = if is_snake_case(&mended) { format!(", as in `{mended}`") } else { String::new() };
        diagnostics.error(
            at,
            format!("expected {what} in snake case (lower-case letters, digits, underscores){hint}; found `{name}`"),
        );
    }
}

/// A name and whom it belongs to.
pub(super) struct Claim {
    /// The name on the wire.
    pub(super) name: String,
    /// The field or variant.
    pub(super) owner: String,
    /// What a message points to.
    pub(super) at: TokenStream,
}

/// Refuses names that are used more than once, on both places.
pub(super) fn refuse_repeated(what: &str, claims: &[Claim], diagnostics: &mut Diagnostics) {
    for (index, claim) in claims.iter().enumerate() {
        if let Some(first) = claims[..index].iter().find(|other| other.name == claim.name) {
            for (this, other) in [(first, claim), (claim, first)] {
                let message = format!(
                    "the {what} `{}` is also used by `{}`: each needs its own",
                    this.name, other.owner
                );
                diagnostics.error(&this.at, message);
            }
        }
    }
}
