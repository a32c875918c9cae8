//! Wire names.

use proc_macro2::TokenStream;

use crate::diag::Diagnostics;
use crate::names::{is_snake_case, snake_case};

/// Checks that a name is in snake case.
pub(super) fn check_snake_case(what: &str, name: &str, at: &TokenStream, diagnostics: &mut Diagnostics) {
    if !is_snake_case(name) {
        let snake_case = snake_case(name);
        let hint = if is_snake_case(&snake_case) { format!(", as in `{snake_case}`") } else { String::new() };
        diagnostics.error(
            at,
            format!("expected {what} in snake case (lower-case letters, digits, underscores){hint}; found `{name}`"),
        );
    }
}

/// A name and its owner.
#[derive(Clone)]
pub(super) struct Claim {
    /// The wire name.
    pub(super) name: String,
    /// The field or variant.
    pub(super) owner: String,
    /// The tokens that a message points at.
    pub(super) at: TokenStream,
}

/// Rejects names that are used more than once, where they are used again.
pub(super) fn reject_repeated(what: &str, claims: &[Claim], diagnostics: &mut Diagnostics) {
    for (index, claim) in claims.iter().enumerate() {
        if let Some(first) = claims[..index].iter().find(|other| other.name == claim.name) {
            let message =
                format!("the {what} `{}` is also used by `{}`: rename one of them", claim.name, first.owner);
            diagnostics.error(&claim.at, message);
        }
    }
}
