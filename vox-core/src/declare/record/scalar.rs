//! JSON values that are neither objects nor lists, read from their own text.

use std::borrow::Cow;

use crate::error::DecodeError;

/// A scalar. A number keeps its digits, so that it is exact with any features of `serde_json`.
#[derive(Debug, PartialEq)]
pub(crate) enum Scalar<'de> {
    /// Null, or an empty list or object in its place.
    Null,
    Boolean(bool),
    Number(&'de str),
    Text(Cow<'de, str>),
}

impl<'de> Scalar<'de> {
    /// Parses a JSON text that must be a scalar. The error contains `expected`: "a whole number".
    pub(super) fn expect(raw: &'de str, expected: &str) -> Result<Self, DecodeError> {
        Self::of(raw).ok_or_else(|| DecodeError::unexpected(expected, kind(raw)))
    }

    /// Parses a JSON text; `None` if it is not a scalar.
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

    /// The string, or the JSON text of a number or a boolean; `None` for null.
    pub(crate) fn into_text(self) -> Option<Cow<'de, str>> {
        match self {
            Self::Null => None,
            Self::Boolean(value) => Some(Cow::Borrowed(if value { "true" } else { "false" })),
            Self::Number(digits) => Some(Cow::Borrowed(digits)),
            Self::Text(text) => Some(text),
        }
    }
}

/// The kind of a JSON value, for messages.
pub(super) fn kind(raw: &str) -> &'static str {
    match raw.as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'n') => "null",
        Some(b't' | b'f') => "a boolean",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "a number",
    }
}

/// Whether a list or an object is empty.
pub(crate) fn is_empty(raw: &str) -> bool {
    raw.len() >= 2 && raw[1..raw.len() - 1].trim_ascii().is_empty()
}

/// Whether a value is none of null, false, 0 and empty.
pub(crate) fn is_truthy(raw: &str) -> bool {
    match Scalar::of(raw) {
        Some(Scalar::Null) => false,
        Some(Scalar::Boolean(value)) => value,
        Some(Scalar::Number(digits)) => !is_zero(digits),
        Some(Scalar::Text(text)) => {
            let text = text.trim();
            !text.is_empty() && !text.eq_ignore_ascii_case("false") && !is_zero(text)
        }
        None => !is_empty(raw),
    }
}

pub(crate) fn is_zero(digits: &str) -> bool {
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let mantissa = digits.split(['e', 'E']).next().unwrap_or_default();
    mantissa.bytes().all(|byte| b"0.".contains(&byte)) && mantissa.contains('0')
}

/// The text between the quotes, if it has no escapes. Most strings have none, and are not copied.
#[inline]
pub(super) fn unescaped(raw: &str) -> Option<&str> {
    if raw.as_bytes().first() != Some(&b'"') {
        return None;
    }
    let inner = raw.get(1..raw.len() - 1)?;
    // Without an early exit, the compiler vectorizes the loop.
    let escapes = inner.bytes().fold(0, |found, byte| found | u8::from(byte == b'\\'));
    (escapes == 0).then_some(inner)
}

/// Replaces the escapes of a string; `None` for a lone surrogate, which `serde_json` has not rejected yet. `serde_json` could
/// replace the escapes, too, but allocates several times per string.
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
            character => character.chars().next()?,
        });
    }
    out.push_str(text);
    Some(out)
}

/// Takes the character whose one or two UTF-16 units follow the first `\u`.
fn escaped_char(text: &mut &str) -> Option<char> {
    let first = take_unit(text)?;
    let second = match first {
        0xd800..0xdc00 => {
            *text = text.strip_prefix("\\u")?;
            Some(take_unit(text)?)
        }
        _ => None,
    };
    char::decode_utf16([first].into_iter().chain(second)).next()?.ok()
}

fn take_unit(text: &mut &str) -> Option<u16> {
    let (digits, rest) = text.split_at_checked(4)?;
    *text = rest;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// A string with a lone surrogate is rejected.
        #[test]
        fn a_string_is_read_like_serde_json_reads_it(pieces in prop::collection::vec(piece(), 0..12)) {
            let raw = format!("\"{}\"", pieces.concat());
            let expected = serde_json::from_str(&raw).ok().map(Cow::Owned);
            prop_assert_eq!(Scalar::of(&raw), expected.map(Scalar::Text), "{}", raw);
        }
    }

    /// A piece of a JSON string, with and without escapes.
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
