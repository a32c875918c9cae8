//! Reading an object into a record, field by field.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::content::ErasedRecord;
use super::reader::{NextValue, read_raw};
use super::visit::{failed, present_kind, skip_items, visit_scalars};
use super::{Record, ValueReader};
use crate::error::DecodeError;
use crate::meta::{FieldMeta, RecordMeta};

/// Reads a record; `None` for null, and for an empty string, list or object.
pub(super) fn read_record<T: Record>(json: ValueReader<'_>) -> Result<Option<T>, DecodeError> {
    let mut record = T::blank();
    match json.record(&mut record) {
        Ok(true) => Ok(Some(record)),
        Ok(false) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads an object into a record; returns whether it is present.
pub(super) struct RecordVisitor<'r> {
    pub(super) record: &'r mut dyn ErasedRecord,
    pub(super) is_lenient: bool,
    pub(super) failure: &'r mut Option<DecodeError>,
}

impl<'de> Visitor<'de> for RecordVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let Self { record, is_lenient, failure } = self;
        let meta = record.meta();
        let mut ranks = [ABSENT; UNKNOWN];
        let mut next = 0;
        let mut is_empty = true;
        while let Some(key) = map.next_key_seed(FieldKey { record: meta, next })? {
            is_empty = false;
            let (index, rank) = field_of(meta, key);
            let Some(known) = ranks.get_mut(index).filter(|known| **known >= rank) else {
                map.next_value::<IgnoredAny>()?;
                if key == NUMBER {
                    return not_an_object(Some("a number"), meta).map_err(|error| failed(failure, error));
                }
                continue;
            };
            let is_nested = meta.fields.get(index).is_some_and(|field| field.nested);
            match map.next_value_seed(FieldSeed { record: &mut *record, index, is_nested, is_lenient })? {
                Ok(true) => *known = rank,
                Ok(false) => {}
                Err(error) if is_lenient && error.was_read_to_its_end() => {}
                Err(error) => return Err(failed(failure, error.in_field(name_of(meta, key)))),
            }
            next = index + 1;
        }
        if is_empty {
            return Ok(false);
        }
        match missing(meta.fields, &ranks) {
            Some(field) => {
                let error = DecodeError::new(format!("the field `{}` is missing", field.name));
                Err(failed(failure, error))
            }
            None => Ok(true),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<bool, A::Error> {
        // The list is read to its end, so that a lenient reader can continue after it.
        let found = skip_items(items)?.then_some("a list");
        not_an_object(found, self.record.meta()).map_err(|error| failed(self.failure, error))
    }

    visit_scalars!(self, scalar => {
        not_an_object(present_kind(scalar), self.record.meta()).map_err(|error| failed(self.failure, error))
    });
}

/// The result for a value that is not an object: absent, or the error for this kind of value.
fn not_an_object(found: Option<&str>, meta: &RecordMeta) -> Result<bool, DecodeError> {
    match found {
        None => Ok(false),
        Some(found) => Err(DecodeError::unexpected(&format!("an object ({})", meta.name), found)),
    }
}

/// Reads a value into a field of a record; returns whether it is present.
struct FieldSeed<'r> {
    record: &'r mut dyn ErasedRecord,
    index: usize,
    is_nested: bool,
    is_lenient: bool,
}

impl<'de> DeserializeSeed<'de> for FieldSeed<'_> {
    type Value = Result<bool, DecodeError>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Self { record, index, is_nested, is_lenient } = self;
        Ok(if is_nested {
            NextValue::new(deserializer, is_lenient).pass(&mut |value| record.set(index, value))
        } else {
            record.set(index, ValueReader::of_json(read_raw(deserializer)?, is_lenient))
        })
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

/// The name that the key of a field has in the response.
#[cold]
fn name_of(record: &'static RecordMeta, key: usize) -> &'static str {
    let name = match key.checked_sub(FIRST_ALIAS) {
        None => record.fields.get(key).map(|field| field.name),
        Some(alias) => record.aliases.get(alias).map(|alias| alias.name),
    };
    name.unwrap_or_default()
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
