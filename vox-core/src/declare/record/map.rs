//! Reading an object whose members no declaration names.

use std::marker::PhantomData;
use std::{fmt, mem};

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::object::NUMBER_KEY;
use super::reader::NextValue;
use super::visit::{failed, present_kind, skip_items, visit_scalars};
use super::{FieldValue, ValueReader};
use crate::error::DecodeError;

const EXPECTED: &str = "an object";

/// Reads an object without its null members; `None` for null and an empty string. An empty list in place of an object is an
/// empty object, as PHP writes it. Of several members with one name, the last that is not null counts.
pub(super) fn read_map<T: FieldValue, M: Default + Extend<(String, T)>>(
    json: ValueReader<'_>,
) -> Result<Option<M>, DecodeError> {
    let mut members = Members { map: M::default(), value: PhantomData };
    match json.map(&mut members) {
        Ok(true) => Ok(Some(members.map)),
        Ok(false) => Ok(None),
        Err(error) => Err(error),
    }
}

struct Members<M, T> {
    map: M,
    value: PhantomData<T>,
}

/// A map of any values. Code that reads one is compiled once, not once per type.
pub(super) trait ErasedMembers {
    /// Reads a member; returns whether it is present.
    fn insert(&mut self, name: String, value: ValueReader<'_>) -> Result<bool, DecodeError>;
}

impl<T: FieldValue, M: Extend<(String, T)>> ErasedMembers for Members<M, T> {
    fn insert(&mut self, name: String, value: ValueReader<'_>) -> Result<bool, DecodeError> {
        match T::read(value) {
            Ok(Some(value)) => {
                self.map.extend([(name, value)]);
                Ok(true)
            }
            Ok(None) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Reads an object with any members; returns whether it is present.
pub(super) struct MapVisitor<'r> {
    pub(super) members: &'r mut dyn ErasedMembers,
    pub(super) is_lenient: bool,
    pub(super) failure: &'r mut Option<DecodeError>,
}

impl<'de> Visitor<'de> for MapVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let Self { members, is_lenient, failure } = self;
        while let Some(name) = map.next_key::<String>()? {
            if name == NUMBER_KEY {
                map.next_value::<IgnoredAny>()?;
                return Err(failed(failure, DecodeError::unexpected(EXPECTED, "a number")));
            }
            match map.next_value_seed(MemberSeed { members: &mut *members, name, is_lenient })? {
                Err(error) if !(is_lenient && error.was_read_to_its_end()) => {
                    return Err(failed(failure, error.in_member()));
                }
                _ => {}
            }
        }
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<bool, A::Error> {
        // The list is read to its end, so that a lenient reader can continue after it.
        if skip_items(items)? {
            Err(failed(self.failure, DecodeError::unexpected(EXPECTED, "a list")))
        } else {
            Ok(true)
        }
    }

    visit_scalars!(self, scalar => match present_kind(scalar) {
        Some(found) => Err(failed(self.failure, DecodeError::unexpected(EXPECTED, found))),
        None => Ok(false),
    });
}

/// Reads a member into a map.
struct MemberSeed<'r> {
    members: &'r mut dyn ErasedMembers,
    name: String,
    is_lenient: bool,
}

impl<'de> DeserializeSeed<'de> for MemberSeed<'_> {
    type Value = Result<bool, DecodeError>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Self { members, mut name, is_lenient } = self;
        let mut insert = |value: ValueReader<'_>| members.insert(mem::take(&mut name), value);
        Ok(NextValue::new(deserializer, is_lenient).pass(&mut insert))
    }
}
