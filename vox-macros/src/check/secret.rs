//! Secrets that anything could print.

use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::types::{TypeClass, vec_inner};

/// What the names of secrets contain, as whole words.
const TELLING: &[&str] =
    &["password", "passwd", "passphrase", "secret", "api_key", "private_key", "salt", "token", "session_id"];

/// What the names of secrets end with, as a whole word: a `key_id` is none.
const LAST: &[&str] = &["key"];

/// Refuses plain texts whose name says they are secret.
pub(super) fn refuse_open(
    name: &str,
    ty: &Type,
    stated: Option<bool>,
    attribute: &str,
    diagnostics: &mut Diagnostics,
) {
    let Some(instead) = hidden(ty, attribute) else { return };
    let shown = || format!("but a `{}` can be printed by anyone: use `{instead}`", source(ty));
    match (stated, telling_word(name, TypeClass::of(ty))) {
        (Some(true), _) => diagnostics.error(ty, format!("`{name}` is said to be a secret, {}", shown())),
        (None, Some(word)) => {
            let opt_out = format!("or say `#[{attribute}(secret = false)]` if it is none");
            diagnostics
                .error(ty, format!("`{name}` sounds like a secret (`{word}`), {}, {opt_out}", shown()));
        }
        _ => {}
    }
}

/// The type that hides what this one shows. Lists of secrets exist in answers only.
fn hidden(ty: &Type, attribute: &str) -> Option<&'static str> {
    match (TypeClass::of(ty), vec_inner(ty)) {
        (TypeClass::Text, _) => Some("Secret"),
        (_, Some(item)) if attribute == "field" && TypeClass::of(item) == TypeClass::Text => {
            Some("Vec<Secret>")
        }
        _ => None,
    }
}

/// The word of a name that tells of a secret; that of a list is in the plural.
fn telling_word(name: &str, class: TypeClass) -> Option<&'static str> {
    let name = match class {
        TypeClass::List => name.strip_suffix('s').unwrap_or(name),
        _ => name,
    };
    let contains = |word: &&&str| format!("_{name}_").contains(&format!("_{word}_"));
    let ends = |word: &&&str| format!("_{name}").ends_with(&format!("_{word}"));
    TELLING.iter().find(contains).or_else(|| LAST.iter().find(ends)).copied()
}
