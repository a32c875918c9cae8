//! JSON values that are neither objects nor lists, read from their own text.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::DecodeContext;

/// A scalar. A number keeps its digits, so that it is exact whatever the features of `serde_json` are.
#[derive(Debug, PartialEq)]
pub(crate) enum Scalar<'de> {
    /// Null, or an empty list or object in its place.
    Null,
    Boolean(bool),
    Number(&'de str),
    Text(Cow<'de, str>),
}

impl<'de> Scalar<'de> {
    /// Reads a value; `expected` is for the error: "a whole number".
    pub(crate) fn read<D: Deserializer<'de>>(
        deserializer: D,
        expected: &str,
        context: &mut DecodeContext,
    ) -> Result<Self, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?.get();
        Self::of(raw).ok_or_else(|| context.unexpected(expected, kind(raw)))
    }

    /// The scalar that a JSON text is.
    pub(crate) fn of(raw: &'de str) -> Option<Self> {
        Some(match raw.as_bytes().first()? {
            b'"' => Self::Text(unquoted(raw)?),
            b'n' => Self::Null,
            b't' => Self::Boolean(true),
            b'f' => Self::Boolean(false),
            b'[' | b'{' if is_empty(raw) => Self::Null,
            b'[' | b'{' => return None,
            _ => Self::Number(raw),
        })
    }

    /// What the value is, without the value.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
        }
    }

    /// The text, or what a number or a boolean looks like in JSON; none for null.
    pub(crate) fn into_text(self) -> Option<Cow<'de, str>> {
        match self {
            Self::Null => None,
            Self::Boolean(value) => Some(Cow::Borrowed(if value { "true" } else { "false" })),
            Self::Number(digits) => Some(Cow::Borrowed(digits)),
            Self::Text(text) => Some(text),
        }
    }
}

/// Reads a text; numbers and booleans count as theirs. None for null.
pub(crate) fn read_text<'de, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<Cow<'de, str>>, D::Error> {
    Scalar::read(deserializer, "a text", context).map(Scalar::into_text)
}

/// What a JSON text is, without its value.
pub(crate) fn kind(raw: &str) -> &'static str {
    match raw.as_bytes().first() {
        Some(b'"') => "a text",
        Some(b'n') => "null",
        Some(b't' | b'f') => "a boolean",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "a number",
    }
}

/// Whether a list or an object has nothing in it.
pub(crate) fn is_empty(raw: &str) -> bool {
    raw.len() >= 2 && raw[1..raw.len() - 1].trim_ascii().is_empty()
}

/// The text between the quotes; most have no escapes and stay where they are.
fn unquoted(raw: &str) -> Option<Cow<'_, str>> {
    let inner = raw.get(1..raw.len() - 1)?;
    if memchr::memchr(b'\\', inner.as_bytes()).is_none() {
        return Some(Cow::Borrowed(inner));
    }
    serde_json::from_str(raw).ok().map(Cow::Owned)
}
