//! Reading a list.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::read::{FieldKey, NUMBER, ValueSeed};
use super::{DecodeContext, FieldValue};
use crate::meta::FieldType;

const EXPECTED: &str = "a list";

/// Reads a list, of which null items are dropped; none for null, and for an empty text or object. One structure in place of
/// a list is a list of one.
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
            let seed = ValueSeed { context: &mut *self.context, value: PhantomData };
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
        let Some(key) = map.next_key_seed(FieldKey { fields: &[], likely: 0 })? else { return Ok(None) };
        map.next_value::<IgnoredAny>()?;
        // To the end, so that a lenient reader can continue behind it.
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Err(self.context.unexpected(EXPECTED, if key == NUMBER { "a number" } else { "an object" }))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Err(self.context.unexpected(EXPECTED, "a boolean"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Err(self.context.unexpected(EXPECTED, "a number"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Err(self.context.unexpected(EXPECTED, "a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Err(self.context.unexpected(EXPECTED, "a number"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() { Ok(None) } else { Err(self.context.unexpected(EXPECTED, "a text")) }
    }
}
