//! Types a field of a response can have.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::list::read_list;
use super::read::read_record;
use super::scalar::{Scalar, read_raw, read_text};
use super::{DecodeContext, FieldContent, Record};
use crate::meta::FieldType;

/// A type that a field of a response can have: how it is read, leniently, and what it holds.
///
/// | the reference says | Rust |
/// |---|---|
/// | number | `u64`, `i64`, smaller integers |
/// | decimal | [`Decimal`](crate::Decimal) |
/// | string | `String`, [`Secret`](crate::Secret), an enum with `#[derive(VoxEnum)]` |
/// | boolean | `bool` |
/// | date | [`Date`](crate::Date) |
/// | timestamp, UTC | [`Timestamp`](crate::Timestamp) |
/// | timestamp, in the time zone that the parameter `timezone` names | [`DateTime`](crate::DateTime) |
/// | a structure | a struct with `#[derive(VoxRecord)]` |
/// | a list | `Vec` of any of these |
/// | any JSON | `serde_json::Value` |
///
/// Wrap the type in `Option` unless a response without the field is not one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field of a response",
    label = "not a field type"
)]
pub trait FieldValue: Sized {
    /// The value of a field that is not there.
    fn blank() -> Self;

    /// The type as data.
    fn field_type() -> FieldType;

    /// Reads a value; `None` for null. The deserializer reads JSON text, as `serde_json::Deserializer::from_str` does.
    ///
    /// # Errors
    /// The deserializer's, or one that the context made.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error>;

    /// The value, ready to be written; [absent](FieldContent::ABSENT) where there is none.
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

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        read_record(deserializer, context)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::record(self)
    }
}

impl FieldValue for String {
    fn blank() -> Self {
        Self::new()
    }

    fn field_type() -> FieldType {
        FieldType::Text
    }

    /// Reads a text; a number is the text of its digits.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        Ok(read_text(deserializer, context)?.map(Cow::into_owned))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(self)
    }
}

impl FieldValue for bool {
    fn blank() -> Self {
        false
    }

    fn field_type() -> FieldType {
        FieldType::Boolean
    }

    /// Reads `true` and `false`, also as texts, and 1 and 0.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        const EXPECTED: &str = "true or false";
        let raw = read_raw(deserializer)?;
        match raw {
            "true" => return Ok(Some(true)),
            "false" => return Ok(Some(false)),
            _ => {}
        }
        let scalar = Scalar::expect(raw, EXPECTED, context)?;
        let text = match &scalar {
            Scalar::Null => return Ok(None),
            Scalar::Boolean(value) => return Ok(Some(*value)),
            Scalar::Number(digits) => digits,
            Scalar::Text(text) => text.as_ref(),
        };
        match text {
            "" => Ok(None),
            "true" | "True" | "1" => Ok(Some(true)),
            "false" | "False" | "0" => Ok(Some(false)),
            _ => Err(context.unexpected(EXPECTED, scalar.kind())),
        }
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::boolean(*self)
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    fn blank() -> Self {
        None
    }

    fn field_type() -> FieldType {
        T::field_type()
    }

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        T::read(deserializer, context).map(Some)
    }

    fn content(&self) -> FieldContent<'_> {
        self.as_ref().map_or(FieldContent::ABSENT, T::content)
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn field_type() -> FieldType {
        FieldType::List(Box::new(T::field_type()))
    }

    /// Reads a list, of which null items are dropped. One structure in place of a list is a list of one.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        read_list(deserializer, context)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::list(self)
    }
}

impl FieldValue for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn field_type() -> FieldType {
        FieldType::Any
    }

    /// Reads any JSON but null. JSON that `serde_json` cannot hold (nested too deeply, a number out of range) becomes its text.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?.get();
        if raw == "null" {
            return Ok(None);
        }
        Ok(Some(serde_json::from_str(raw).unwrap_or_else(|_| Self::String(raw.to_owned()))))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::json(Cow::Borrowed(self))
    }
}
