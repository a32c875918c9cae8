//! What generated code calls. Not part of the public interface: it may change with any version.

use serde::Deserializer;

pub use serde;

pub use crate::meta::refuse_clashes;
pub use crate::record::{assign, deserialize_record, read_record, skip};
pub use crate::rules::{check, max, max_items, max_len, min, min_items, min_len, pattern};

use crate::TextEnum;
use crate::meta::{EnumMeta, ParamType, ValueMeta};
use crate::record::with_text;

/// The type of a parameter that is a text enum.
#[must_use]
pub const fn enum_value(meta: &'static EnumMeta) -> ValueMeta {
    ValueMeta { values: Some(meta), ..ValueMeta::of(ParamType::String) }
}

/// The text of an enum's value.
pub fn enum_text<E: TextEnum>(value: &E) -> &str {
    match value.as_other() {
        Some(text) => text,
        None => E::META.values.get(value.index()).copied().unwrap_or_default(),
    }
}

/// The enum's value of a text: a known variant where there is one.
pub fn enum_from<E: TextEnum>(text: &str) -> E {
    let index = E::META.values.iter().position(|known| *known == text);
    index.and_then(E::from_index).unwrap_or_else(|| E::from_other(text.to_owned()))
}

/// The variant at this index of the known ones.
#[must_use]
pub fn enum_known<E: TextEnum>(index: usize) -> E {
    E::from_index(index).unwrap_or_else(|| E::from_other(String::new()))
}

/// Reads an enum's value; an empty text counts as none.
///
/// # Errors
/// The deserializer's, and where the value is no text.
pub fn read_enum<'de, E: TextEnum, D: Deserializer<'de>>(deserializer: D) -> Result<Option<E>, D::Error> {
    // The text is borrowed: a known one costs no allocation.
    Ok(with_text(deserializer, |text| (!text.is_empty()).then(|| enum_from(text)))?.flatten())
}
