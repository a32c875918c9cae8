//! Searches JSON for a value of a declared type, no further than needed.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::envelope::is_truthy;
use crate::declare::record::{Scalar, date_time, decimal, integer, is_empty, timestamp};
use crate::meta::{FieldMeta, FieldType, RecordMeta};

/// What counts as evidence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A value of the declared type. An empty list counts where a list is declared.
    Present,
    /// The same, and not false, 0 or empty.
    Truthy,
}

/// Whether a value is present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Presence {
    #[default]
    Absent,
    /// `serde_json` cannot hold the JSON that may contain it: it is nested too deeply, or has a number out of range.
    Unclear,
    Present,
}

impl From<bool> for Presence {
    fn from(is_present: bool) -> Self {
        if is_present { Self::Present } else { Self::Absent }
    }
}

/// Searches the JSON for a value of this type: a structure counts by its fields, a list by its items.
pub(super) fn search(raw: &str, field_type: &FieldType, wanted: Wanted) -> Presence {
    let mut is_found = false;
    let seed = Search { field_type, wanted, is_found: &mut is_found };
    // Once it has found something, the search ends with an error too.
    let read = seed.deserialize(&mut serde_json::Deserializer::from_str(raw));
    if read.is_err() && !is_found { Presence::Unclear } else { is_found.into() }
}

/// Whether the JSON is an object that holds something of this structure.
pub(super) fn is_in_record(text: &str, record: &'static RecordMeta) -> bool {
    search(text, &FieldType::Record(record), Wanted::Present) == Presence::Present
}

struct Search<'s> {
    field_type: &'s FieldType,
    wanted: Wanted,
    is_found: &'s mut bool,
}

impl Search<'_> {
    /// Ends the search.
    fn found<E: Error>(self) -> Result<(), E> {
        *self.is_found = true;
        Err(E::custom("found"))
    }

    fn in_record<'de, A: MapAccess<'de>>(self, record: &RecordMeta, mut map: A) -> Result<(), A::Error> {
        let Self { wanted, is_found, .. } = self;
        while let Some(field) = map.next_key_seed(Field(record.fields))? {
            match field {
                Some(field) => {
                    let field_type = &(field.value)();
                    map.next_value_seed(Search { field_type, wanted, is_found: &mut *is_found })?;
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Search<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if matches!(self.field_type, FieldType::Record(_) | FieldType::List(_)) {
            return deserializer.deserialize_any(self);
        }
        let raw = <&'de RawValue as serde::Deserialize>::deserialize(deserializer)?.get();
        let is_wanted =
            is_of_type(raw, self.field_type) && (self.wanted == Wanted::Present || is_truthy(raw));
        if is_wanted { self.found() } else { Ok(()) }
    }
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a structure or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.field_type {
            FieldType::Record(record) => self.in_record(record, map),
            // One structure in place of a list.
            FieldType::List(item) if matches!(**item, FieldType::Record(_)) => {
                Search { field_type: item, ..self }.visit_map(map)
            }
            _ => ignore_map(map),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let FieldType::List(item) = self.field_type else { return ignore_seq(items) };
        let Self { wanted, is_found, .. } = self;
        let mut is_empty = true;
        while items
            .next_element_seed(Search { field_type: item, wanted, is_found: &mut *is_found })?
            .is_some()
        {
            is_empty = false;
        }
        if is_empty && wanted == Wanted::Present {
            *is_found = true;
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

fn ignore_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

fn ignore_seq<'de, A: SeqAccess<'de>>(mut items: A) -> Result<(), A::Error> {
    while items.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

/// The field that a key names.
struct Field(&'static [FieldMeta]);

impl<'de> DeserializeSeed<'de> for Field {
    type Value = Option<&'static FieldMeta>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Field {
    type Value = Option<&'static FieldMeta>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().find(|field| field.name == key))
    }
}

/// Whether a scalar, or any JSON where any is declared, is present as its declared type.
fn is_of_type(raw: &str, field_type: &FieldType) -> bool {
    let Some(scalar) = Scalar::of(raw) else { return matches!(field_type, FieldType::Any) && !is_empty(raw) };
    // A -1 in place of an id or a count stands for none.
    let is_number = |text: &str| integer(text).is_some_and(|number| number >= 0);
    match (field_type, &scalar) {
        (_, Scalar::Text(text)) if text.is_empty() => false,
        (FieldType::Number, Scalar::Number(digits)) => is_number(digits),
        (FieldType::Number, Scalar::Text(text)) => is_number(text.trim()),
        (FieldType::Decimal, Scalar::Number(digits)) => decimal(digits).is_some(),
        (FieldType::Decimal, Scalar::Text(text)) => decimal(text.trim()).is_some(),
        (FieldType::Boolean, Scalar::Number(digits)) => matches!(*digits, "0" | "1"),
        (FieldType::Boolean, Scalar::Text(text)) => {
            matches!(text.as_ref(), "true" | "false" | "True" | "False" | "0" | "1")
        }
        (FieldType::Date | FieldType::DateTime, Scalar::Text(text)) => date_time(text.trim()).is_some(),
        (FieldType::Timestamp, Scalar::Text(text)) => timestamp(text.trim()).is_some(),
        (FieldType::Boolean, Scalar::Boolean(_)) => true,
        (FieldType::Text | FieldType::Secret | FieldType::Enum(_) | FieldType::Any, scalar) => {
            *scalar != Scalar::Null
        }
        _ => false,
    }
}
