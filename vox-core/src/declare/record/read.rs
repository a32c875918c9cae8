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
            Some(value) if !value.is_absent() => *self.field = value,
            _ => return Ok(false),
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
    let meta = T::META;
    let mut ranks = [ABSENT; UNKNOWN];
    let mut next = 0;
    let mut is_empty = true;
    while let Some(key) = map.next_key_seed(FieldKey { record: meta, next })? {
        is_empty = false;
        let (index, rank) = field_of(meta, key);
        let mut value = MapValue { map: &mut map, context: &mut *context, is_present: Ok(false) };
        if ranks.get(index).is_some_and(|known| *known < rank) {
            value.skip();
            value.is_present?;
            continue;
        }
        record.set(index, &mut value);
        let result = value.is_present;
        match result {
            Ok(is_present) => {
                // A handwritten record may accept an index that its metadata does not have.
                if let Some(known) = ranks.get_mut(index).filter(|_| is_present) {
                    *known = rank;
                }
            }
            Err(_) if context.recovers() => {}
            Err(error) => {
                if let Some(name) = name_of(meta, key) {
                    context.in_field(name);
                }
                return Err(error);
            }
        }
        if index < UNKNOWN {
            next = index + 1;
        } else if index == NUMBER {
            return not_an_object(Some("a number"), meta, context);
        }
    }
    if is_empty {
        return Ok(false);
    }
    match missing(meta.fields, &ranks) {
        Some(field) => Err(context.fail(format!("the field `{}` is missing", field.name))),
        None => Ok(true),
    }
}

/// The rank of the name under which a field was read. A name with a lower rank has precedence, whatever the order in the
/// response: the field's own name, then its aliases in the order of the declaration.
type Rank = u8;

const BY_NAME: Rank = 0;
const ABSENT: Rank = Rank::MAX;

/// The index of the field that a key names, and the rank of that name.
#[inline]
fn field_of(record: &'static RecordMeta, key: usize) -> (usize, Rank) {
    if key < FIRST_ALIAS { (key, BY_NAME) } else { field_of_alias(record, key - FIRST_ALIAS) }
}

fn field_of_alias(record: &'static RecordMeta, alias: usize) -> (usize, Rank) {
    let rank = Rank::try_from(alias + 1).unwrap_or(ABSENT).min(ABSENT - 1);
    record.aliases.get(alias).map_or((UNKNOWN, rank), |alias| (alias.field, rank))
}

/// The name that a key has in the response, if the record knows it.
#[cold]
fn name_of(record: &'static RecordMeta, key: usize) -> Option<&'static str> {
    match key.checked_sub(FIRST_ALIAS) {
        None => record.fields.get(key).map(|field| field.name),
        Some(alias) => record.aliases.get(alias).map(|alias| alias.name),
    }
}

fn missing(fields: &'static [FieldMeta], ranks: &[Rank]) -> Option<&'static FieldMeta> {
    let mut fields = fields.iter().zip(ranks);
    fields.find(|(field, rank)| field.required && **rank == ABSENT).map(|(field, _)| field)
}

/// Finds the index of the field that a key names; of an alias, its index after [`FIRST_ALIAS`]. Responses keep the order of the
/// declaration and leave fields out, so the search begins after the field that was read last.
pub(super) struct FieldKey {
    record: &'static RecordMeta,
    /// The index of the first field to compare.
    next: usize,
}

/// Finds the field that a key names.
pub(crate) struct FieldSearch(pub(crate) &'static RecordMeta);

impl<'de> DeserializeSeed<'de> for FieldSearch {
    type Value = Option<&'static FieldMeta>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let key = FieldKey { record: self.0, next: 0 }.deserialize(deserializer)?;
        Ok(self.0.fields.get(field_of(self.0, key).0))
    }
}

impl FieldKey {
    /// Finds no field, only [`NUMBER`].
    pub(super) fn none() -> Self {
        static NO_FIELDS: RecordMeta = RecordMeta { name: "", doc: "", fields: &[], aliases: &[] };
        Self { record: &NO_FIELDS, next: 0 }
    }

    fn search(self, key: &str) -> usize {
        let RecordMeta { fields, aliases, .. } = self.record;
        let (before, after) = fields.split_at(self.next.min(fields.len()));
        let is_key = |field: &FieldMeta| field.name == key;
        let index = after.iter().position(is_key).map(|index| self.next + index);
        let alias = || aliases.iter().position(|alias| alias.name == key).map(|alias| FIRST_ALIAS + alias);
        let unknown = if key == NUMBER_KEY { NUMBER } else { UNKNOWN };
        index.or_else(|| before.iter().position(is_key)).or_else(alias).unwrap_or(unknown)
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
        match self.record.fields.get(self.next) {
            Some(field) if field.name == key => Ok(self.next),
            _ => Ok(self.search(key)),
        }
    }
}

/// The index of a key that names no field. No record has as many fields.
const UNKNOWN: usize = 128;

/// The index of the first alias.
const FIRST_ALIAS: usize = NUMBER + 1;

/// The index of [`NUMBER_KEY`].
pub(super) const NUMBER: usize = UNKNOWN + 1;

/// The key of the object by which `serde_json` represents a number if any crate of the build enables its feature
/// `arbitrary_precision`.
pub(crate) const NUMBER_KEY: &str = "$serde_json::private::Number";
