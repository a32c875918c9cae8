//! Secrets that anything could print.

use syn::Type;

use crate::diag::Diagnostics;
use crate::types::TypeClass;

/// What the names of secrets contain, as whole words.
const TELLING: &[&str] = &["password", "api_key", "salt", "token", "private_key", "session_id"];

/// Refuses a plain text whose name says it is a secret.
pub(super) fn refuse_open(
    name: &str,
    ty: &Type,
    stated: Option<bool>,
    attribute: &str,
    diagnostics: &mut Diagnostics,
) {
    if let (TypeClass::Text, Some(true)) = (TypeClass::of(ty), stated) {
        diagnostics.error(
            ty,
            format!("`{name}` is said to be a secret, but a `String` can be printed by anyone: use `Secret`"),
        );
        return;
    }
    let telling = TELLING.iter().find(|word| contains_word(name, word));
    if let (Some(word), TypeClass::Text, None) = (telling, TypeClass::of(ty), stated) {
        diagnostics.error(
            ty,
            format!(
                "`{name}` sounds like a secret (`{word}`), but a `String` can be printed by anyone: use `Secret`, or \
                 say `#[{attribute}(secret = false)]` if it is none"
            ),
        );
    }
}

fn contains_word(name: &str, word: &str) -> bool {
    format!("_{name}_").contains(&format!("_{word}_"))
}
