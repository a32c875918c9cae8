//! Reading a record, field by field.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::visit::{present_kind, skip_items, visit_scalars};
use super::{DecodeContext, FieldValue, Record};
use crate::meta::{FieldMeta, RecordMeta};

/// Reads a record; `None` for null, and for an empty string, list or object.
pub(super) fn read_record<'de, T: Record, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<T>, D::Error> {
    let mut record = T::blank();
    let is_present = deserializer.deserialize_any(RecordVisitor { record: &mut record, context })?;
    Ok(is_present.then_some(record))
}

/// Access to the value of a member that is read next: [`Record::set`] reads it into a field or skips it.
///
/// The functions return no errors, so that the code of records handles none.
pub trait ValueAccess: Sized {
    /// Reads the value into the field; null leaves the field as it is.
    fn assign<T: FieldValue>(self, field: &mut T);

    /// Skips the value.
    fn skip(self);
}

/// Reads the next value of a map, and keeps whether it is present.
struct MapValue<'m, A, E> {
    map: &'m mut A,
    context: &'m mut DecodeContext,
    is_present: Result<bool, E>,
}

impl<'de, A: MapAccess<'de>> ValueAccess for &mut MapValue<'_, A, A::Error> {
    fn assign<T: FieldValue>(self, field: &mut T) {
        self.is_present = self.map.next_value_seed(FieldSeed { field, context: self.context });
    }

    fn skip(self) {
        self.is_present = self.map.next_value::<IgnoredAny>().map(|_| false);
    }
}

/// Reads a value into a field; returns whether it is present.
struct FieldSeed<'f, T> {
    field: &'f mut T,
    context: &'f mut DecodeContext,
}

impl<'de, T: FieldValue> DeserializeSeed<'de> for FieldSeed<'_, T> {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match T::read(deserializer, self.context)? {
            Some(value) => *self.field = value,
            None => return Ok(false),
        }
        Ok(true)
    }
}

/// Reads an object into a record; returns whether it is present.
struct RecordVisitor<'r, T> {
    record: &'r mut T,
    context: &'r mut DecodeContext,
}

impl<'de, T: Record> Visitor<'de> for RecordVisitor<'_, T> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<bool, A::Error> {
        read_fields(self.record, map, self.context)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<bool, A::Error> {
        // The list is read to its end, so that a lenient reader can continue after it.
        not_an_object(skip_items(items)?.then_some("a list"), T::META, self.context)
    }

    visit_scalars!(self, scalar => not_an_object(present_kind(scalar), T::META, self.context));
}

/// The result for a value that is not an object: absent, or the error for this kind of value.
fn not_an_object<E: Error>(
    found: Option<&str>,
    meta: &RecordMeta,
    context: &mut DecodeContext,
) -> Result<bool, E> {
    match found {
        None => Ok(false),
        Some(found) => Err(context.unexpected(&format!("an object ({})", meta.name), found)),
    }
}

fn read_fields<'de, T: Record, A: MapAccess<'de>>(
    record: &mut T,
    mut map: A,
    context: &mut DecodeContext,
) -> Result<bool, A::Error> {
    let fields = T::META.fields;
    let mut are_present = [false; UNKNOWN];
    let mut next = 0;
    let mut is_empty = true;
    while let Some(index) = map.next_key_seed(FieldKey { fields, next })? {
        is_empty = false;
        let mut value = MapValue { map: &mut map, context: &mut *context, is_present: Ok(false) };
        record.set(index, &mut value);
        let result = value.is_present;
        match result {
            Ok(is_present) => {
                // A handwritten record may accept an index that its metadata does not have.
                if let Some(field) = are_present.get_mut(index) {
                    *field |= is_present;
                }
            }
            Err(_) if context.recovers() => {}
            Err(error) => {
                if let Some(field) = fields.get(index) {
                    context.in_field(field.name);
                }
                return Err(error);
            }
        }
        if index < UNKNOWN {
            next = index + 1;
        } else if index == NUMBER {
            return not_an_object(Some("a number"), T::META, context);
        }
    }
    if is_empty {
        return Ok(false);
    }
    match missing(fields, &are_present) {
        Some(field) => Err(context.fail(format!("the field `{}` is missing", field.name))),
        None => Ok(true),
    }
}

fn missing(fields: &'static [FieldMeta], are_present: &[bool]) -> Option<&'static FieldMeta> {
    let mut fields = fields.iter().zip(are_present);
    fields.find(|(field, is_present)| field.required && !**is_present).map(|(field, _)| field)
}

/// Finds the index of the field that a key names. Responses keep the order of the declaration and leave fields out, so the
/// search begins after the field that was read last.
pub(crate) struct FieldKey {
    fields: &'static [FieldMeta],
    /// The index of the first field to compare.
    next: usize,
}

impl FieldKey {
    /// Begins the search at the first field.
    pub(crate) fn any(fields: &'static [FieldMeta]) -> Self {
        Self { fields, next: 0 }
    }

    fn search(self, key: &str) -> usize {
        let (before, after) = self.fields.split_at(self.next.min(self.fields.len()));
        let is_key = |field: &FieldMeta| field.name == key;
        let index = after.iter().position(is_key).map(|index| self.next + index);
        let unknown = if key == NUMBER_KEY { NUMBER } else { UNKNOWN };
        index.or_else(|| before.iter().position(is_key)).unwrap_or(unknown)
    }
}

impl<'de> DeserializeSeed<'de> for FieldKey {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldKey {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        match self.fields.get(self.next) {
            Some(field) if field.name == key => Ok(self.next),
            _ => Ok(self.search(key)),
        }
    }
}

/// The index of a key that names no field. No record has as many fields.
const UNKNOWN: usize = 128;

/// The index of [`NUMBER_KEY`].
pub(super) const NUMBER: usize = UNKNOWN + 1;

/// The key of the object by which `serde_json` represents a number if any crate of the build enables its feature
/// `arbitrary_precision`.
pub(crate) const NUMBER_KEY: &str = "$serde_json::private::Number";
