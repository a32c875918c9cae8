//! Reading a structure, field by field.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{DecodeContext, FieldValue, Record};
use crate::meta::{FieldMeta, RecordMeta};

/// Reads a structure; none for null, and for an empty text, list or object.
pub(super) fn read_record<'de, T: Record, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<T>, D::Error> {
    let mut record = T::blank();
    let is_there = deserializer.deserialize_any(RecordVisitor { record: &mut record, context })?;
    Ok(is_there.then_some(record))
}

/// The value behind a name, still to be read: what [`Record::set`] puts into one of its fields.
///
/// It returns no errors, so that the code of records handles none.
pub trait NextValue: Sized {
    /// Reads the value into the field; null leaves the field as it is.
    fn assign<T: FieldValue>(self, field: &mut T);

    /// Passes over the value.
    fn skip(self);
}

/// The next value of a map, and whether there was one, once it has been read.
struct MapValue<'m, A, E> {
    map: &'m mut A,
    context: &'m mut DecodeContext,
    found: Result<bool, E>,
}

impl<'de, A: MapAccess<'de>> NextValue for &mut MapValue<'_, A, A::Error> {
    fn assign<T: FieldValue>(self, field: &mut T) {
        self.found = self.map.next_value_seed(FieldSeed { field, context: self.context });
    }

    fn skip(self) {
        self.found = self.map.next_value::<IgnoredAny>().map(|_| false);
    }
}

/// Reads a value into a field; says whether there was one.
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

/// Reads a value of a type.
pub(super) struct ValueSeed<'c, T> {
    pub(super) context: &'c mut DecodeContext,
    pub(super) value: PhantomData<T>,
}

impl<'de, T: FieldValue> DeserializeSeed<'de> for ValueSeed<'_, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer, self.context)
    }
}

fn name(meta: &RecordMeta) -> String {
    format!("an object ({})", meta.name)
}

/// Fills a record; says whether there was one.
struct RecordVisitor<'r, T> {
    record: &'r mut T,
    context: &'r mut DecodeContext,
}

impl<T: Record> RecordVisitor<'_, T> {
    fn unexpected<E: Error>(self, found: &str) -> Result<bool, E> {
        Err(self.context.unexpected(&name(T::META), found))
    }
}

impl<'de, T: Record> Visitor<'de> for RecordVisitor<'_, T> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&name(T::META))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<bool, A::Error> {
        fill(self.record, map, self.context)
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<bool, E> {
        self.unexpected("a boolean")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<bool, E> {
        self.unexpected("a number")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<bool, E> {
        self.unexpected("a number")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
        self.unexpected("a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        if text.is_empty() { Ok(false) } else { self.unexpected("a text") }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<bool, A::Error> {
        if items.next_element::<IgnoredAny>()?.is_none() {
            return Ok(false);
        }
        // To the end, so that a lenient reader can continue behind it.
        while items.next_element::<IgnoredAny>()?.is_some() {}
        self.unexpected("a list")
    }
}

fn fill<'de, T: Record, A: MapAccess<'de>>(
    record: &mut T,
    mut map: A,
    context: &mut DecodeContext,
) -> Result<bool, A::Error> {
    let fields = T::META.fields;
    let mut seen = [false; UNKNOWN];
    let mut likely = 0;
    let mut is_empty = true;
    while let Some(index) = map.next_key_seed(FieldKey { fields, likely })? {
        is_empty = false;
        let mut value = MapValue { map: &mut map, context: &mut *context, found: Ok(false) };
        record.set(index, &mut value);
        let found = value.found;
        match found {
            Ok(is_there) => {
                // A record written by hand may take an index that it does not have.
                if let Some(seen) = seen.get_mut(index) {
                    *seen |= is_there;
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
            likely = index + 1;
        } else if index == NUMBER {
            return Err(context.unexpected(&name(T::META), "a number"));
        }
    }
    if is_empty {
        return Ok(false);
    }
    match missing(fields, &seen) {
        Some(field) => Err(context.fail(format!("the field `{}` is missing", field.name))),
        None => Ok(true),
    }
}

fn missing(fields: &'static [FieldMeta], seen: &[bool]) -> Option<&'static FieldMeta> {
    fields.iter().zip(seen).find(|(field, seen)| field.required && !**seen).map(|(field, _)| field)
}

/// Finds a key among the fields: first among those behind the last one, as responses keep the order of the declaration
/// and leave fields out.
pub(super) struct FieldKey {
    pub(super) fields: &'static [FieldMeta],
    pub(super) likely: usize,
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
        match self.fields.get(self.likely) {
            Some(field) if field.name == key => Ok(self.likely),
            _ => Ok(self.search(key)),
        }
    }
}

impl FieldKey {
    fn search(self, key: &str) -> usize {
        let (before, behind) = self.fields.split_at(self.likely.min(self.fields.len()));
        let is_key = |field: &FieldMeta| field.name == key;
        let index = behind.iter().position(is_key).map(|index| self.likely + index);
        let unknown = if key == NUMBER_KEY { NUMBER } else { UNKNOWN };
        index.or_else(|| before.iter().position(is_key)).unwrap_or(unknown)
    }
}

/// The index of a key that is no field: no record has as many.
const UNKNOWN: usize = 128;

/// The index of [`NUMBER_KEY`].
pub(super) const NUMBER: usize = UNKNOWN + 1;

/// The key of the object as which `serde_json` passes on a number where another crate switches on `arbitrary_precision`.
pub(crate) const NUMBER_KEY: &str = "$serde_json::private::Number";
