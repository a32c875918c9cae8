//! Reading a list.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::read::{FieldKey, NUMBER};
use super::scalar::{is_empty, read_raw};
use super::visit::{present_kind, visit_scalars};
use super::{DecodeContext, FieldValue};
use crate::meta::FieldType;

const EXPECTED: &str = "a list";

/// Reads a list without its null items; `None` for null, an empty string and an empty object. One item in place of a list is a
/// list of that item.
pub(super) fn read_list<'de, T: FieldValue, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<Vec<T>>, D::Error> {
    if !T::field_type().is_scalar() {
        return deserializer.deserialize_any(ListVisitor { context, item: PhantomData });
    }
    // A visitor would get a number in place of the list as a float, without its digits.
    let raw = read_raw(deserializer)?;
    let mut text = serde_json::Deserializer::from_str(raw);
    let list = match raw.as_bytes().first() {
        Some(b'[') => text.deserialize_any(ListVisitor { context, item: PhantomData }),
        Some(b'"' | b'{') if is_empty(raw) => Ok(None),
        Some(b'{') => Err(context.unexpected(EXPECTED, "an object")),
        _ => T::read(&mut text, context).map(|item| item.map(|item| vec![item])),
    };
    list.map_err(D::Error::custom)
}

struct ListVisitor<'c, T> {
    context: &'c mut DecodeContext,
    item: PhantomData<T>,
}

impl<'de, T: FieldValue> Visitor<'de> for ListVisitor<'_, T> {
    type Value = Option<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        let mut index = 0;
        loop {
            let seed = ItemSeed { context: &mut *self.context, item: PhantomData };
            match items.next_element_seed(seed) {
                Ok(Some(item)) => list.extend(item),
                Ok(None) => return Ok(Some(list)),
                Err(_) if self.context.recovers() => {}
                Err(error) => {
                    self.context.in_item(index);
                    return Err(error);
                }
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        if matches!(T::field_type(), FieldType::Record(_) | FieldType::Map(_)) {
            let item = T::read(MapAccessDeserializer::new(map), self.context)?;
            return Ok(item.map(|item| vec![item]));
        }
        let Some(key) = map.next_key_seed(FieldKey::none())? else { return Ok(None) };
        map.next_value::<IgnoredAny>()?;
        // The object is read to its end, so that a lenient reader can continue after it.
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Err(self.context.unexpected(EXPECTED, if key == NUMBER { "a number" } else { "an object" }))
    }

    visit_scalars!(self, scalar => match present_kind(scalar) {
        Some(found) => Err(self.context.unexpected(EXPECTED, found)),
        None => Ok(None),
    });
}

struct ItemSeed<'c, T> {
    context: &'c mut DecodeContext,
    item: PhantomData<T>,
}

impl<'de, T: FieldValue> DeserializeSeed<'de> for ItemSeed<'_, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer, self.context)
    }
}
