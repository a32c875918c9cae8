//! Reading a list.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::read::{FieldKey, NUMBER};
use super::visit::{present_kind, visit_scalars};
use super::{DecodeContext, FieldValue};
use crate::meta::FieldType;

const EXPECTED: &str = "a list";

/// Reads a list without its null items; `None` for null, an empty string and an empty object. One object in place of a
/// list is a list of one item.
pub(super) fn read_list<'de, T: FieldValue, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<Vec<T>>, D::Error> {
    deserializer.deserialize_any(ListVisitor { context, item: PhantomData })
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
        if matches!(T::field_type(), FieldType::Record(_)) {
            let item = T::read(MapAccessDeserializer::new(map), self.context)?;
            return Ok(item.map(|item| vec![item]));
        }
        let Some(key) = map.next_key_seed(FieldKey::any(&[]))? else { return Ok(None) };
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
