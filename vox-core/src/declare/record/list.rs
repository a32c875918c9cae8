//! Reading a list.

use std::fmt;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::object::{FieldKey, NUMBER};
use super::reader::{NextValue, read_raw};
use super::scalar::is_empty;
use super::visit::{failed, outcome, present_kind, visit_scalars};
use super::{FieldValue, ValueReader};
use crate::error::DecodeError;
use crate::meta::FieldType;

const EXPECTED: &str = "a list";

/// Reads a list without its null items; `None` for null, an empty string and an empty object. One item in place of a list is a
/// list of that item.
pub(super) fn read_list<T: FieldValue>(json: ValueReader<'_>) -> Result<Option<Vec<T>>, DecodeError> {
    let mut list = Vec::new();
    match json.list(&mut list) {
        Ok(true) => Ok(Some(list)),
        Ok(false) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A list of any items. Code that reads one is compiled once, not once per type.
pub(super) trait ErasedItems {
    fn item_type(&self) -> FieldType;

    /// Whether an item contains values of other types.
    fn are_nested(&self) -> bool;

    /// Reads an item; returns whether it is present.
    fn push(&mut self, item: ValueReader<'_>) -> Result<bool, DecodeError>;
}

impl<T: FieldValue> ErasedItems for Vec<T> {
    fn item_type(&self) -> FieldType {
        T::field_type()
    }

    fn are_nested(&self) -> bool {
        T::NESTED
    }

    fn push(&mut self, item: ValueReader<'_>) -> Result<bool, DecodeError> {
        match T::read(item) {
            Ok(Some(item)) => {
                self.push(item);
                Ok(true)
            }
            Ok(None) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Reads a list of scalars from its text. A visitor would get a number in place of the list as a float, without its digits.
pub(super) fn read_scalars(
    json: &str,
    items: &mut dyn ErasedItems,
    is_lenient: bool,
) -> Result<bool, DecodeError> {
    match json.as_bytes().first() {
        Some(b'[') => read_items(&mut serde_json::Deserializer::from_str(json), items, is_lenient),
        Some(b'"' | b'{') if is_empty(json) => Ok(false),
        Some(b'{') => Err(DecodeError::unexpected(EXPECTED, "an object")),
        _ => items.push(ValueReader::of_json(json, is_lenient)),
    }
}

/// Reads a list.
pub(super) fn read_items<'de, D: Deserializer<'de>>(
    deserializer: D,
    items: &mut dyn ErasedItems,
    is_lenient: bool,
) -> Result<bool, DecodeError> {
    let mut failure = None;
    let is_present = deserializer.deserialize_any(ListVisitor { items, is_lenient, failure: &mut failure });
    outcome(is_present, failure)
}

/// Reads a list; returns whether it is present.
struct ListVisitor<'r> {
    items: &'r mut dyn ErasedItems,
    is_lenient: bool,
    failure: &'r mut Option<DecodeError>,
}

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        let Self { items, is_lenient, failure } = self;
        let is_nested = items.are_nested();
        let mut index = 0;
        while let Some(item) =
            list.next_element_seed(ItemSeed { items: &mut *items, is_nested, is_lenient })?
        {
            match item {
                Err(error) if !(is_lenient && error.was_read_to_its_end()) => {
                    return Err(failed(failure, error.in_item(index)));
                }
                _ => index += 1,
            }
        }
        Ok(true)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let Self { items, is_lenient, failure } = self;
        if matches!(items.item_type(), FieldType::Record(_) | FieldType::Map(_)) {
            let item = NextValue::new(MapAccessDeserializer::new(map), is_lenient);
            return item.pass(&mut |item| items.push(item)).map_err(|error| failed(failure, error));
        }
        let Some(key) = map.next_key_seed(FieldKey::none())? else { return Ok(false) };
        map.next_value::<IgnoredAny>()?;
        // The object is read to its end, so that a lenient reader can continue after it.
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        let found = if key == NUMBER { "a number" } else { "an object" };
        Err(failed(failure, DecodeError::unexpected(EXPECTED, found)))
    }

    visit_scalars!(self, scalar => match present_kind(scalar) {
        Some(found) => Err(failed(self.failure, DecodeError::unexpected(EXPECTED, found))),
        None => Ok(false),
    });
}

/// Reads an item into a list.
struct ItemSeed<'r> {
    items: &'r mut dyn ErasedItems,
    is_nested: bool,
    is_lenient: bool,
}

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = Result<bool, DecodeError>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Self { items, is_nested, is_lenient } = self;
        Ok(if is_nested {
            NextValue::new(deserializer, is_lenient).pass(&mut |item| items.push(item))
        } else {
            items.push(ValueReader::of_json(read_raw(deserializer)?, is_lenient))
        })
    }
}
