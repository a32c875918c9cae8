//! Flags, switches and keywords.

use darling::{Error, FromMeta};
use proc_macro2::TokenStream;
use syn::{Expr, Lit, Meta};

use super::strings::string;
use super::{expression, key, literal, mismatch};
use crate::diag::{found, listed, source, unknown};
use crate::model::{AckValue, CredentialsIn, Kind};
use crate::names::Case;

/// The most characters of a string that a message repeats.
const SHOWN: usize = 40;

/// A key without a value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flag;

impl FromMeta for Flag {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        match item {
            Meta::Path(_) => Ok(Self),
            other => {
                let key = key(item);
                let found = source(other);
                Err(Error::custom(format!("`{key}` takes no value: write `{key}` alone; found `{found}`")))
            }
        }
    }
}

/// Keys in parentheses: `each(max_len = 50)`.
#[derive(Debug, Clone)]
pub(crate) struct KeyList(pub(crate) TokenStream);

impl FromMeta for KeyList {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        match item {
            Meta::List(list) if !list.tokens.is_empty() => Ok(Self(list.tokens.clone())),
            other => {
                let key = key(item);
                let found = source(other);
                Err(Error::custom(format!(
                    "expected rules in parentheses, as in `{key}(max_len = 50)`; found `{found}`"
                )))
            }
        }
    }
}

/// `true` or `false`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Switch(pub(crate) bool);

impl FromMeta for Switch {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "`true` or `false`";
        let value = expression(item, EXPECTED, "false")?;
        match literal(value) {
            Some(Lit::Bool(switch)) => Ok(Self(switch.value)),
            _ => Err(mismatch(item, EXPECTED, "false", &found(value))),
        }
    }
}

/// One of these keywords. `example` is the one that messages show.
fn keyword<T: Copy>(item: &Meta, keywords: &[(&str, T)], example: &str) -> Result<T, Error> {
    let names: Vec<&str> = keywords.iter().map(|(name, _)| *name).collect();
    let expected = listed(&names, "or");
    let value = expression(item, &expected, example)?;
    let Expr::Path(path) = value else {
        return Err(match literal(value) {
            Some(Lit::Str(text)) if names.contains(&text.value().as_str()) => {
                mismatch(item, &format!("{expected} without quotes"), &text.value(), &found(value))
            }
            _ => mismatch(item, &expected, example, &found(value)),
        });
    };
    let given = source(path);
    let known = keywords.iter().find(|(name, _)| *name == given);
    known.map(|(_, value)| *value).ok_or_else(|| {
        // Of a path, as in `Kind::Write`, the last segment counts.
        let name = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        Error::custom(unknown(&format!("value `{given}` of `{}`", key(item)), &name, &names, true))
    })
}

impl FromMeta for Kind {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        keyword(item, &[("read", Self::Read), ("write", Self::Write)], "read")
    }
}

/// How a response acknowledges the request; `None` if it does not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ack(pub(crate) Option<AckValue>);

impl FromMeta for Ack {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        let value = match item {
            Meta::NameValue(pair) => Some(&pair.value),
            _ => None,
        };
        if value.is_some_and(is_result) {
            let message = "the acknowledgment is always the member `result`: write `ack = one` if its value is 1, `ack = truthy` \
                           if its value is not documented";
            return Err(Error::custom(message));
        }
        let keywords = [
            ("one", Self(Some(AckValue::One))),
            ("truthy", Self(Some(AckValue::Truthy))),
            ("none", Self(None)),
        ];
        keyword(item, &keywords, if value.is_some_and(is_nothing) { "none" } else { "one" })
    }
}

/// `result`, with or without quotes.
fn is_result(value: &Expr) -> bool {
    match value {
        Expr::Path(path) => path.path.is_ident("result"),
        _ => matches!(literal(value), Some(Lit::Str(text)) if text.value() == "result"),
    }
}

/// `false`, `0`, `""` and `()`.
fn is_nothing(value: &Expr) -> bool {
    match literal(value) {
        Some(Lit::Bool(switch)) => !switch.value,
        Some(Lit::Int(number)) => number.base10_digits() == "0",
        Some(Lit::Str(text)) => text.value().is_empty(),
        _ => matches!(value, Expr::Tuple(tuple) if tuple.elems.is_empty()),
    }
}

impl FromMeta for CredentialsIn {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        keyword(item, &[("in_request", Self::Request), ("in_client", Self::Client)], "in_request")
    }
}

impl FromMeta for Case {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        let name = string(item, "\"snake_case\"")?;
        let case = Self::ALL.iter().find(|(known, _)| *known == name);
        case.map(|(_, case)| *case).ok_or_else(|| {
            let names = Self::ALL.map(|(name, _)| name);
            Error::custom(unknown(&format!("case `{}`", shortened(&name)), &name, &names, true))
        })
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
