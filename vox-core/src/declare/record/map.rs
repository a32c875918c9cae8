//! Reading an object whose members no declaration names.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::read::NUMBER_KEY;
use super::visit::{present_kind, skip_items, visit_scalars};
use super::{DecodeContext, FieldValue};

const EXPECTED: &str = "an object";

/// Reads an object without its null members; `None` for null and an empty string. An empty list in place of an object is an
/// empty object, as PHP writes it. Of several members with one name, the last that is not null counts.
pub(super) fn read_map<'de, T: FieldValue, M: Default + Extend<(String, T)>, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut DecodeContext,
) -> Result<Option<M>, D::Error> {
    deserializer.deserialize_any(MapVisitor { context, map: PhantomData, value: PhantomData::<T> })
}

struct MapVisitor<'c, M, T> {
    context: &'c mut DecodeContext,
    map: PhantomData<M>,
    value: PhantomData<T>,
}

impl<'de, T: FieldValue, M: Default + Extend<(String, T)>> Visitor<'de> for MapVisitor<'_, M, T> {
    type Value = Option<M>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut map = M::default();
        while let Some(key) = members.next_key::<String>()? {
            if key == NUMBER_KEY {
                members.next_value::<IgnoredAny>()?;
                return Err(self.context.unexpected(EXPECTED, "a number"));
            }
            let seed = ValueSeed { context: &mut *self.context, value: PhantomData };
            match members.next_value_seed(seed) {
                Ok(value) => map.extend(value.map(|value| (key, value))),
                Err(_) if self.context.recovers() => {}
                Err(error) => {
                    self.context.in_entry();
                    return Err(error);
                }
            }
        }
        Ok(Some(map))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        // The list is read to its end, so that a lenient reader can continue after it.
        if skip_items(items)? {
            Err(self.context.unexpected(EXPECTED, "a list"))
        } else {
            Ok(Some(M::default()))
        }
    }

    visit_scalars!(self, scalar => match present_kind(scalar) {
        Some(found) => Err(self.context.unexpected(EXPECTED, found)),
        None => Ok(None),
    });
}

struct ValueSeed<'c, T> {
    context: &'c mut DecodeContext,
    value: PhantomData<T>,
}

impl<'de, T: FieldValue> DeserializeSeed<'de> for ValueSeed<'_, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer, self.context)
    }
}
