//! Secrets in types that can be printed.

use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::types::{TypeClass, list_item, map_inner, single_argument, vec_inner};

/// The parts of a name, between underscores, that tell of a secret.
const SECRET_WORDS: &[&str] =
    &["password", "passwd", "passphrase", "secret", "api_key", "private_key", "salt", "token", "session_id"];

/// The last parts of a name that tell of a secret: a `key_id` is none.
const LAST_WORDS: &[&str] = &["key"];

/// Rejects plain strings that are secret by declaration or by name.
pub(super) fn reject_exposed(
    name: &str,
    ty: &Type,
    stated: Option<bool>,
    attribute: &str,
    diagnostics: &mut Diagnostics,
) {
    let Some(instead) = hidden(ty, attribute) else {
        if stated == Some(true) {
            reject_shown(name, ty, diagnostics);
        }
        return;
    };
    let shown = || format!("but `{{:?}}` prints a `{}`: use `{instead}`", source(ty));
    match (stated, secret_word(name, ty)) {
        (Some(true), _) => diagnostics.error(ty, format!("`{name}` is declared secret, {}", shown())),
        (None, Some(word)) => {
            let opt_out = format!("or add `#[{attribute}(secret = false)]` if it is not one");
            diagnostics
                .error(ty, format!("`{name}` sounds like a secret (`{word}`), {}, {opt_out}", shown()));
        }
        _ => {}
    }
}

/// Rejects a secret of a type that is no text, and that `{:?}` prints. A type of the user's may hide its values.
fn reject_shown(name: &str, ty: &Type, diagnostics: &mut Diagnostics) {
    let item = list_item(ty);
    let value = item.as_ref().unwrap_or(ty);
    if !matches!(TypeClass::of(value), TypeClass::Secret | TypeClass::File | TypeClass::Other) {
        let message = format!(
            "`{name}` is declared secret, but only a `Secret` is hidden, and `{{:?}}` prints a `{}`: use `Secret`, which is a \
             text, or remove `secret`",
            source(ty)
        );
        diagnostics.error(ty, message);
    }
}

/// The type that hides the value. Lists and maps of secrets exist in responses only.
fn hidden(ty: &Type, attribute: &str) -> Option<&'static str> {
    let is_json = single_argument(ty, "Json").is_some();
    match (TypeClass::of(ty), vec_inner(ty)) {
        (TypeClass::String, _) => Some("Secret"),
        // A secret JSON is declared as its text.
        _ if is_json => Some("Secret"),
        (_, Some(item)) if attribute == "field" && TypeClass::of(item) == TypeClass::String => {
            Some("Vec<Secret>")
        }
        _ => match map_inner(ty).map(|(_, value)| TypeClass::of(value)) {
            Some(TypeClass::String) if attribute == "field" => {
                Some("Secret` for its values, as in `BTreeMap<String, Secret>")
            }
            _ => None,
        },
    }
}

/// The part of a name that tells of a secret; in the name of a list or a map it may be in the plural.
fn secret_word(name: &str, ty: &Type) -> Option<&'static str> {
    let has_items = TypeClass::of(ty) == TypeClass::List || map_inner(ty).is_some();
    let name = if has_items { name.strip_suffix('s').unwrap_or(name) } else { name };
    let contains = |word: &&&str| format!("_{name}_").contains(&format!("_{word}_"));
    let ends = |word: &&&str| format!("_{name}").ends_with(&format!("_{word}"));
    SECRET_WORDS.iter().find(contains).or_else(|| LAST_WORDS.iter().find(ends)).copied()
}
