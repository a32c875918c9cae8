//! The types of fields of records.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use serde_json::Value;

use super::list::read_list;
use super::map::read_map;
use super::object::read_record;
use super::reader::text_of_other;
use super::scalar::{Scalar, kind, unescaped};
use super::{FieldContent, Record, ValueReader};
use crate::error::DecodeError;
use crate::meta::FieldType;

/// The type of a field of a record: reads values leniently, and writes them.
///
/// | API reference | Rust |
/// |---|---|
/// | number | `u64`, `i64`, smaller integers |
/// | decimal | [`Decimal`](crate::Decimal) |
/// | string | `String`, [`Secret`](crate::Secret), an enum with `#[derive(VoxEnum)]` |
/// | boolean | `bool` |
/// | date | [`Date`](crate::Date) |
/// | timestamp, UTC | [`Timestamp`](crate::Timestamp) |
/// | timestamp, in the time zone of the parameter `timezone` | [`DateTime`](crate::DateTime) |
/// | structure | a struct with `#[derive(VoxRecord)]` |
/// | list | a `Vec` of one of these |
/// | structure with any members | a `BTreeMap<String, _>` or `HashMap<String, _>` of one of these |
/// | any JSON | [`Value`](crate::Value) |
///
/// Wrap the type in `Option` unless the record is invalid without the field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field of a response",
    label = "not a field type"
)]
pub trait FieldValue: Sized {
    /// Whether a record without the field does not decode.
    const REQUIRED: bool = true;

    /// Whether the type may contain values of other types, as a record, a list and a map do. `false` is faster, but only right
    /// if [`read`](Self::read) takes the [text](ValueReader::text) of the value, or passes it to a type that does.
    const NESTED: bool = true;

    /// The value of an absent field.
    fn blank() -> Self;

    /// The type as metadata.
    fn field_type() -> FieldType;

    /// Reads a value; `None` for null.
    ///
    /// # Errors
    /// The value does not decode: an error of the type it contains, or one created by [`DecodeError::unexpected`].
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError>;

    /// Whether the value is that of an absent field, as `None` is. Then it leaves the field as it is.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }

    /// The value, ready to be serialized; [`FieldContent::ABSENT`] if the field is left out.
    fn content(&self) -> FieldContent<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Record> FieldValue for T {
    fn blank() -> Self {
        Record::blank()
    }

    fn field_type() -> FieldType {
        FieldType::Record(T::META)
    }

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_record(json)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::record(self)
    }
}

impl FieldValue for String {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::new()
    }

    fn field_type() -> FieldType {
        FieldType::Text
    }

    /// Reads a string. A number or a boolean is read as the string of its JSON text.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let json = json.json()?;
        match unescaped(json) {
            Some(text) => Ok(Some(text.to_owned())),
            None => Ok(text_of_other(json)?.map(Cow::into_owned)),
        }
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(self)
    }
}

impl FieldValue for bool {
    const NESTED: bool = false;

    fn blank() -> Self {
        false
    }

    fn field_type() -> FieldType {
        FieldType::Boolean
    }

    /// Reads `true`, `false`, 1 and 0, also as strings.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        const EXPECTED: &str = "true or false";
        let json = json.json()?;
        match json {
            "true" => return Ok(Some(true)),
            "false" => return Ok(Some(false)),
            _ => {}
        }
        match Scalar::expect(json, EXPECTED)?.into_text().as_deref() {
            None | Some("") => Ok(None),
            Some("true" | "True" | "1") => Ok(Some(true)),
            Some("false" | "False" | "0") => Ok(Some(false)),
            Some(_) => Err(DecodeError::unexpected(EXPECTED, kind(json))),
        }
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::boolean(*self)
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const REQUIRED: bool = false;
    const NESTED: bool = T::NESTED;

    fn blank() -> Self {
        None
    }

    fn field_type() -> FieldType {
        T::field_type()
    }

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        match T::read(json) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn content(&self) -> FieldContent<'_> {
        self.as_ref().map_or(FieldContent::ABSENT, T::content)
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    const REQUIRED: bool = false;

    fn blank() -> Self {
        Self::new()
    }

    fn field_type() -> FieldType {
        FieldType::List(Box::new(T::field_type()))
    }

    /// Reads a list without its null items. One item in place of a list is a list of that item.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_list(json)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::list(self)
    }
}

macro_rules! maps {
    ($($map:ident<$($hasher:ident: $bound:path)?> $members:expr;)+) => {$(
        impl<T: FieldValue $(, $hasher: $bound + Default)?> FieldValue for $map<String, T $(, $hasher)?> {
            fn blank() -> Self {
                Self::default()
            }

            fn field_type() -> FieldType {
                FieldType::Map(Box::new(T::field_type()))
            }

            /// Reads an object without its null members. Of several members with one name, the last that is not null
            /// counts.
            fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
                read_map(json)
            }

            fn content(&self) -> FieldContent<'_> {
                let members: fn(&Self) -> Vec<(&String, &T)> = $members;
                FieldContent::map(members(self).into_iter().map(|(name, value)| (name.as_str(), value.content())))
            }
        }
    )+};
}

maps! {
    BTreeMap<> |map| map.iter().collect();
    HashMap<S: BuildHasher> |map| {
        // A map without an order is written in that of the names.
        let mut members: Vec<_> = map.iter().collect();
        members.sort_unstable_by_key(|(name, _)| *name);
        members
    };
}

impl FieldValue for Value {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::Null
    }

    fn field_type() -> FieldType {
        FieldType::Any
    }

    /// Reads any JSON except null. JSON that `serde_json` cannot hold (nested too deeply, a number out of range) becomes the
    /// string of its text.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let json = json.json()?;
        if json == "null" {
            return Ok(None);
        }
        Ok(Some(serde_json::from_str(json).unwrap_or_else(|_| Self::String(json.to_owned()))))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::json(Cow::Borrowed(self))
    }
}
