//! Searches JSON for a value of a declared type, no further than needed.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::object::FieldSearch;
use super::{
    NUMBER_KEY, Scalar, date_time, decimal, integer, is_empty, is_truthy, skip_items, time_of_day, timestamp,
    visit_scalars,
};
use crate::declare::UnixTime;
use crate::meta::{FieldType, RecordMeta};

/// The values that count as evidence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Requirement {
    /// Any value of the declared type. An empty list counts if a list is declared.
    Present,
    /// A value of the declared type other than false, 0 and empty.
    Truthy,
}

/// Whether a value is present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Presence {
    #[default]
    Absent,
    /// `serde_json` cannot hold the JSON that may contain it: it is nested too deeply, or has a number out of range.
    Unknown,
    Present,
}

impl From<bool> for Presence {
    fn from(is_present: bool) -> Self {
        if is_present { Self::Present } else { Self::Absent }
    }
}

/// Searches the JSON for a value of this type: in a record for one of its fields, in a list for an item, in a map for a value.
pub(crate) fn search(raw: &str, field_type: &FieldType, requirement: Requirement) -> Presence {
    let mut is_found = false;
    let search = Search { field_type, requirement, is_found: &mut is_found };
    // A search that succeeds does not read the rest, which `serde_json` reports as an error.
    let read = search.deserialize(&mut serde_json::Deserializer::from_str(raw));
    if read.is_err() && !is_found { Presence::Unknown } else { is_found.into() }
}

/// Whether the JSON is an object that holds a field of this record.
pub(crate) fn is_in_record(text: &str, record: &'static RecordMeta) -> bool {
    search(text, &FieldType::Record(record), Requirement::Present) == Presence::Present
}

struct Search<'s> {
    field_type: &'s FieldType,
    requirement: Requirement,
    is_found: &'s mut bool,
}

impl Search<'_> {
    fn in_record<'de, A: MapAccess<'de>>(
        self,
        record: &'static RecordMeta,
        mut map: A,
    ) -> Result<(), A::Error> {
        let Self { requirement, is_found, .. } = self;
        while let Some(field) = map.next_key_seed(FieldSearch(record))? {
            match field {
                Some(field) => {
                    let field_type = &(field.value)();
                    map.next_value_seed(Search { field_type, requirement, is_found: &mut *is_found })?;
                    if *is_found {
                        return Ok(());
                    }
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

impl Search<'_> {
    /// An empty list in place of a map is an empty map.
    fn in_other_list<'de, A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        let is_empty = !skip_items(items)?;
        let is_map = matches!(self.field_type, FieldType::Map(_));
        *self.is_found |= is_empty && is_map && self.requirement == Requirement::Present;
        Ok(())
    }

    fn in_map<'de, A: MapAccess<'de>>(self, value: &FieldType, mut map: A) -> Result<(), A::Error> {
        let Self { requirement, is_found, .. } = self;
        let mut is_empty = true;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == NUMBER_KEY {
                return map.next_value::<IgnoredAny>().map(|_| ());
            }
            map.next_value_seed(Search { field_type: value, requirement, is_found: &mut *is_found })?;
            if *is_found {
                return Ok(());
            }
            is_empty = false;
        }
        *is_found |= is_empty && requirement == Requirement::Present;
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Search<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let scalar_type = match self.field_type {
            FieldType::List(item) if item.is_scalar() => item,
            FieldType::Record(_) | FieldType::List(_) | FieldType::Map(_) => {
                return deserializer.deserialize_any(self);
            }
            field_type => field_type,
        };
        let raw = <&'de RawValue as serde::Deserialize>::deserialize(deserializer)?.get();
        if matches!(self.field_type, FieldType::List(_)) && raw.starts_with('[') {
            let mut list = serde_json::Deserializer::from_str(raw);
            return list.deserialize_any(self).map_err(D::Error::custom);
        }
        if is_of_type(raw, scalar_type) && (self.requirement == Requirement::Present || is_truthy(raw)) {
            *self.is_found = true;
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.field_type {
            FieldType::Record(record) => self.in_record(record, map),
            // One object in place of a list.
            FieldType::List(item) if matches!(**item, FieldType::Record(_) | FieldType::Map(_)) => {
                Search { field_type: item, ..self }.visit_map(map)
            }
            FieldType::Map(value) => self.in_map(value, map),
            _ => {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(())
            }
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let FieldType::List(item) = self.field_type else { return self.in_other_list(items) };
        let Self { requirement, is_found, .. } = self;
        let mut is_empty = true;
        while items
            .next_element_seed(Search { field_type: item, requirement, is_found: &mut *is_found })?
            .is_some()
        {
            if *is_found {
                return Ok(());
            }
            is_empty = false;
        }
        if is_empty && requirement == Requirement::Present {
            *is_found = true;
        }
        Ok(())
    }

    visit_scalars!(self, _scalar => Ok(()));
}

/// Whether a scalar, or any JSON where any is declared, is present as its declared type.
fn is_of_type(raw: &str, field_type: &FieldType) -> bool {
    let Some(scalar) = Scalar::of(raw) else { return matches!(field_type, FieldType::Any) && !is_empty(raw) };
    // In place of an id or a count, -1 means none.
    let is_number = |text: &str| integer(text).is_some_and(|number| number >= 0);
    let is_moment = |text: &str| {
        let seconds = integer(text).and_then(|seconds| i64::try_from(seconds).ok());
        seconds.and_then(UnixTime::from_seconds).is_some()
    };
    match (field_type, &scalar) {
        (_, Scalar::Text(text)) if text.is_empty() => false,
        (FieldType::Number, Scalar::Number(digits)) => is_number(digits),
        (FieldType::Number, Scalar::Text(text)) => is_number(text.trim()),
        (FieldType::UnixTime, Scalar::Number(digits)) => is_number(digits) && is_moment(digits),
        (FieldType::UnixTime, Scalar::Text(text)) => is_number(text.trim()) && is_moment(text.trim()),
        (FieldType::Decimal, Scalar::Number(digits)) => decimal(digits).is_some(),
        (FieldType::Decimal, Scalar::Text(text)) => decimal(text.trim()).is_some(),
        (FieldType::Boolean, Scalar::Number(digits)) => matches!(*digits, "0" | "1"),
        (FieldType::Boolean, Scalar::Text(text)) => {
            matches!(text.as_ref(), "true" | "false" | "True" | "False" | "0" | "1")
        }
        (FieldType::Date | FieldType::DateTime, Scalar::Text(text)) => date_time(text.trim()).is_some(),
        (FieldType::Timestamp, Scalar::Text(text)) => timestamp(text.trim()).is_some(),
        (FieldType::Time, Scalar::Text(text)) => time_of_day(text.trim()).is_some(),
        (FieldType::Boolean, Scalar::Boolean(_)) => true,
        (FieldType::Text | FieldType::Secret | FieldType::Enum(_) | FieldType::Any, scalar) => {
            *scalar != Scalar::Null
        }
        _ => false,
    }
}
