//! Plain JSON values, read without quoting them in errors.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value that is neither an object nor a list.
#[derive(Debug)]
pub(super) enum Scalar<'de> {
    Null,
    Boolean(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'de, str>),
}

impl<'de> Scalar<'de> {
    /// Reads a value; `expected` is for the error: "a whole number".
    pub(super) fn read<D: Deserializer<'de>>(
        deserializer: D,
        expected: &'static str,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor { expected })
    }

    /// Reads a value of which the exact text of a number matters.
    ///
    /// `serde_json` hands out that text to whoever asks for its raw value; other formats do not know the request
    /// and give the plain value.
    pub(super) fn read_exact<D: Deserializer<'de>>(
        deserializer: D,
        expected: &'static str,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW_VALUE, ScalarVisitor { expected })
    }

    /// The error for a value of the wrong sort.
    pub(super) fn unexpected<E: Error>(&self, expected: &'static str) -> E {
        let found = match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Unsigned(_) | Self::Signed(_) | Self::Float(_) => "a number",
            Self::Text(_) => "a text",
        };
        unexpected(expected, found)
    }
}

/// The name by which `serde_json` recognises a request for the raw text (`serde_json::value::RawValue`).
const RAW_VALUE: &str = "$serde_json::private::RawValue";

fn unexpected<E: Error>(expected: &str, found: &str) -> E {
    E::custom(format_args!("expected {expected}, found {found}"))
}

struct ScalarVisitor {
    expected: &'static str,
}

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Boolean(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Signed(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Float(value))
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(value)))
    }

    fn visit_unit<E: Error>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Scalar<'de>, A::Error> {
        Err(unexpected(self.expected, "a list"))
    }

    /// An object, or the raw text that was asked for: `serde_json` wraps it in an object with one special key.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar<'de>, A::Error> {
        if map.next_key_seed(RawKey)? != Some(true) {
            return Err(unexpected(self.expected, "an object"));
        }
        let Scalar::Text(raw) = map.next_value_seed(RawText)? else {
            return Err(unexpected(self.expected, "an object"));
        };
        raw_scalar(raw).ok_or_else(|| unexpected(self.expected, "a list or an object"))
    }
}

/// The value that this JSON text is.
fn raw_scalar(raw: Cow<'_, str>) -> Option<Scalar<'_>> {
    match raw.as_bytes().first()? {
        b'n' => Some(Scalar::Null),
        b't' | b'f' => Some(Scalar::Boolean(raw.starts_with('t'))),
        b'"' => serde_json::from_str::<String>(&raw).ok().map(|text| Scalar::Text(Cow::Owned(text))),
        b'-' | b'0'..=b'9' => Some(Scalar::Text(raw)),
        _ => None,
    }
}

/// Whether the key is `serde_json`'s special one.
struct RawKey;

impl<'de> DeserializeSeed<'de> for RawKey {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for RawKey {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        Ok(key == RAW_VALUE)
    }
}

/// The raw text behind the special key.
struct RawText;

impl<'de> DeserializeSeed<'de> for RawText {
    type Value = Scalar<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        Scalar::read(deserializer, "a raw value")
    }
}
