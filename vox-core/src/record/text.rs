//! Texts, read where they stand: nothing is copied but what is kept.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};

const EXPECTED: &str = "a text";

/// Reads a text; a number and a boolean count as theirs.
pub(crate) fn read_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    deserializer.deserialize_any(TextVisitor(|text: Cow<'_, str>| text.into_owned()))
}

/// Reads a text and makes something of it, without keeping the text.
pub(crate) fn with_text<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    make: impl FnOnce(&str) -> T,
) -> Result<Option<T>, D::Error> {
    deserializer.deserialize_any(TextVisitor(|text: Cow<'_, str>| make(&text)))
}

/// Makes something of a text; of null nothing.
struct TextVisitor<M>(M);

impl<'de, T, M: FnOnce(Cow<'_, str>) -> T> Visitor<'de> for TextVisitor<M> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<T>, E> {
        Ok(Some((self.0)(text.into())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Option<T>, E> {
        Ok(Some((self.0)(text.into())))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<T>, E> {
        self.visit_string(value.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<T>, E> {
        self.visit_string(number.to_string())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<T>, E> {
        self.visit_string(number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Option<T>, E> {
        self.visit_string(number.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Option<T>, A::Error> {
        Err(unexpected("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Option<T>, A::Error> {
        Err(unexpected("an object"))
    }
}

fn unexpected<E: Error>(found: &str) -> E {
    E::custom(format_args!("expected {EXPECTED}, found {found}"))
}
