//! The content of a field, independent of its type.
#![cfg_attr(not(feature = "masked"), expect(dead_code, reason = "only that feature writes records"))]

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use serde_json::Value;

use super::{FieldValue, Record, ValueReader};
use crate::error::DecodeError;
use crate::meta::RecordMeta;

/// The content of a field, ready to be serialized. Returned by [`FieldValue::content`].
#[must_use]
pub struct FieldContent<'c>(pub(super) Content<'c>);

/// The kinds of content.
pub(super) enum Content<'c> {
    Absent,
    Boolean(bool),
    Integer(i128),
    Decimal(Decimal),
    Text(Cow<'c, str>),
    Secret(&'c str),
    Json(Cow<'c, Value>),
    Undeclared(&'c Value),
    List(&'c dyn ErasedList),
    Map(Vec<(&'c str, FieldContent<'c>)>),
    Record(&'c dyn ErasedRecord),
}

impl<'c> FieldContent<'c> {
    /// The content of a field without a value. The field is left out.
    pub const ABSENT: Self = Self(Content::Absent);

    /// A string.
    pub fn text(text: impl Into<Cow<'c, str>>) -> Self {
        Self(Content::Text(text.into()))
    }

    /// The `Display` form of a value, such as a date.
    pub fn display(value: &impl fmt::Display) -> Self {
        Self::text(value.to_string())
    }

    /// A string that is masked in logs.
    pub fn secret(text: &'c str) -> Self {
        Self(Content::Secret(text))
    }

    /// A boolean.
    pub fn boolean(value: bool) -> Self {
        Self(Content::Boolean(value))
    }

    /// A whole number.
    pub fn integer(value: impl Into<i128>) -> Self {
        Self(Content::Integer(value.into()))
    }

    /// A decimal number.
    pub fn decimal(value: Decimal) -> Self {
        Self(Content::Decimal(value))
    }

    /// Any JSON value.
    pub fn json(value: Cow<'c, Value>) -> Self {
        Self(Content::Json(value))
    }

    /// A list. An absent item becomes null.
    pub fn list<T: FieldValue>(items: &'c Vec<T>) -> Self {
        Self(Content::List(items))
    }

    /// An object with these members, in their order. An absent member becomes null.
    pub fn map(members: impl IntoIterator<Item = (&'c str, Self)>) -> Self {
        Self(Content::Map(members.into_iter().collect()))
    }

    /// A record.
    pub fn record<T: Record>(record: &'c T) -> Self {
        Self(Content::Record(record))
    }

    /// JSON that no declaration describes: any of it may be a secret.
    pub(crate) fn undeclared(value: &'c Value) -> Self {
        Self(Content::Undeclared(value))
    }
}

/// Shows only the kind, as the content may be a secret.
impl fmt::Debug for FieldContent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.0 {
            Content::Absent => "absent",
            Content::Boolean(_) => "boolean",
            Content::Integer(_) => "integer",
            Content::Decimal(_) => "decimal",
            Content::Text(_) => "text",
            Content::Secret(_) => "secret",
            Content::Json(_) | Content::Undeclared(_) => "json",
            Content::List(_) => "list",
            Content::Map(_) => "map",
            Content::Record(_) => "record",
        };
        write!(f, "FieldContent({kind})")
    }
}

/// A list of any items. Code that serializes one is compiled once, not once per type.
pub(super) trait ErasedList {
    fn len(&self) -> usize;
    fn get(&self, index: usize) -> FieldContent<'_>;
}

impl<T: FieldValue> ErasedList for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn get(&self, index: usize) -> FieldContent<'_> {
        self.as_slice().get(index).map_or(FieldContent::ABSENT, T::content)
    }
}

/// A record of any type. Code that reads or serializes one is compiled once, not once per type.
pub(super) trait ErasedRecord {
    fn meta(&self) -> &'static RecordMeta;
    fn set(&mut self, index: usize, value: ValueReader<'_>) -> Result<bool, DecodeError>;
    fn get(&self, index: usize) -> FieldContent<'_>;
}

impl<T: Record> ErasedRecord for T {
    fn meta(&self) -> &'static RecordMeta {
        T::META
    }

    fn set(&mut self, index: usize, value: ValueReader<'_>) -> Result<bool, DecodeError> {
        Record::set(self, index, value)
    }

    fn get(&self, index: usize) -> FieldContent<'_> {
        Record::get(self, index)
    }
}
