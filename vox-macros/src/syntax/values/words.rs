//! Words: flags, switches and words out of a list.

use darling::ast::NestedMeta;
use darling::{Error, FromMeta};
use syn::{Expr, Lit, Meta};

use super::texts::text;
use super::{expression, key, literal, mismatch};
use crate::diag::{found, source, unknown};
use crate::model::{CredentialsIn, Kind};
use crate::names::Case;

/// The most characters of a text that a message repeats.
const SHOWN: usize = 40;

/// A key that stands alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flag;

impl FromMeta for Flag {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        match item {
            NestedMeta::Meta(Meta::Path(_)) => Ok(Self),
            other => {
                let key = key(item);
                let found = source(other);
                Err(Error::custom(format!("`{key}` takes no value: write `{key}` alone; found `{found}`")))
            }
        }
    }
}

/// `true` or `false`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Switch(pub(crate) bool);

impl FromMeta for Switch {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        const EXPECTED: &str = "`true` or `false`";
        let value = expression(item, EXPECTED, "false")?;
        match literal(value) {
            Some(Lit::Bool(switch)) => Ok(Self(switch.value)),
            _ => Err(mismatch(item, EXPECTED, "false", &found(value))),
        }
    }
}

/// A word out of a list.
fn word<T: Copy>(item: &NestedMeta, words: &[(&str, T)]) -> Result<T, Error> {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    let expected = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ");
    let value = expression(item, &expected, names[0])?;
    let Expr::Path(path) = value else {
        return Err(match literal(value) {
            Some(Lit::Str(text)) if names.contains(&text.value().as_str()) => {
                mismatch(item, &format!("{expected} without quotes"), &text.value(), &found(value))
            }
            _ => mismatch(item, &expected, names[0], &found(value)),
        });
    };
    let given = source(path);
    let known = words.iter().find(|(name, _)| *name == given);
    known.map(|(_, value)| *value).ok_or_else(|| {
        // Of a path, as in `Kind::Write`, the last word is what counts.
        let word = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        Error::custom(unknown(&format!("value `{given}` of `{}`", key(item)), &word, &names, true))
    })
}

impl FromMeta for Kind {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        word(item, &[("read", Self::Read), ("write", Self::Write)])
    }
}

impl FromMeta for CredentialsIn {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        word(item, &[("in_request", Self::Request), ("in_client", Self::Client)])
    }
}

impl FromMeta for Case {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        let name = text(item, "\"snake_case\"")?;
        Self::named(&name).ok_or_else(|| {
            Error::custom(unknown(&format!("case `{}`", shortened(&name)), &name, &Self::NAMES, true))
        })
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
