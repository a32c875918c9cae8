//! JSON values that are neither objects nor lists, read from their own text.

use std::borrow::Cow;

use serde::de::Error;
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
        Self::expect(read_raw(deserializer)?, expected, context)
    }

    /// The scalar that a JSON text is; an error where it is none.
    pub(super) fn expect<E: Error>(
        raw: &'de str,
        expected: &str,
        context: &mut DecodeContext,
    ) -> Result<Self, E> {
        Self::of(raw).ok_or_else(|| context.unexpected(expected, kind(raw)))
    }

    /// The scalar that a JSON text is.
    pub(crate) fn of(raw: &'de str) -> Option<Self> {
        Some(match raw.as_bytes().first()? {
            b'"' => Self::Text(match unescaped(raw) {
                Some(text) => Cow::Borrowed(text),
                None => Cow::Owned(unescape(raw.get(1..raw.len() - 1)?)?),
            }),
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

/// The JSON text of a value.
#[inline]
pub(super) fn read_raw<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'de str, D::Error> {
    <&'de RawValue>::deserialize(deserializer).map(RawValue::get)
}

/// Reads a text; numbers and booleans count as theirs. None for null.
#[inline]
pub(crate) fn read_text<'de, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<Cow<'de, str>>, D::Error> {
    let raw = read_raw(deserializer)?;
    match unescaped(raw) {
        Some(text) => Ok(Some(Cow::Borrowed(text))),
        None => Ok(Scalar::expect(raw, "a text", context)?.into_text()),
    }
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

/// The text between the quotes, where it has no escapes: most have none and stay where they are.
#[inline]
fn unescaped(raw: &str) -> Option<&str> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    let escapes = inner.bytes().fold(0, |found, byte| found | u8::from(byte == b'\\'));
    (escapes == 0).then_some(inner)
}

/// Replaces the escapes of a text. `serde_json` has checked them, except for halves of surrogate pairs that stand alone: with
/// one there is no text. `serde_json` could replace them too, but allocates several times for each text.
fn unescape(mut text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    while let Some((plain, escape)) = text.split_once('\\') {
        out.push_str(plain);
        let (kind, rest) = escape.split_at_checked(1)?;
        text = rest;
        out.push(match kind {
            "b" => '\u{8}',
            "f" => '\u{c}',
            "n" => '\n',
            "r" => '\r',
            "t" => '\t',
            "u" => escaped_char(&mut text)?,
            itself => itself.chars().next()?,
        });
    }
    out.push_str(text);
    Some(out)
}

/// The character whose one or two UTF-16 units come next, behind the first `\u`.
fn escaped_char(text: &mut &str) -> Option<char> {
    let first = unit(text)?;
    let second = match first {
        0xd800..0xdc00 => {
            *text = text.strip_prefix("\\u")?;
            Some(unit(text)?)
        }
        _ => None,
    };
    char::decode_utf16([first].into_iter().chain(second)).next()?.ok()
}

fn unit(text: &mut &str) -> Option<u16> {
    let (digits, rest) = text.split_at_checked(4)?;
    *text = rest;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Texts are read as `serde_json` reads them; one with half of a surrogate pair is none.
        #[test]
        fn a_text_reads_as_by_serde_json(pieces in prop::collection::vec(piece(), 0..12)) {
            let raw = format!("\"{}\"", pieces.concat());
            let expected = serde_json::from_str(&raw).ok().map(Cow::Owned);
            prop_assert_eq!(Scalar::of(&raw), expected.map(Scalar::Text), "{}", raw);
        }
    }

    /// A piece of a text in JSON, with and without escapes.
    fn piece() -> impl Strategy<Value = String> {
        let escape = |unit: u16| format!("\\u{unit:04x}");
        let upper = |unit: u16| format!("\\u{unit:04X}");
        prop_oneof![
            "[a-z ud]{0,4}",
            "[а-я😀]{1,2}",
            prop::sample::select(vec![r"\n", r"\\", r#"\""#, r"\/", r"\b", r"\f", r"\r", r"\t"])
                .prop_map(str::to_owned),
            any::<u16>().prop_map(escape),
            (0xd800..0xe000_u16).prop_map(upper),
            (0xd800..0xdc00_u16, 0xdc00..0xe000_u16).prop_map(move |(high, low)| escape(high) + &escape(low)),
        ]
    }
}
