//! Types of fields as data.

use std::fmt;

use super::{EnumMeta, RecordMeta};

/// A field's type as data.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum FieldType {
    /// A whole number.
    Number,
    /// An exact decimal number.
    Decimal,
    /// A text.
    Text,
    /// A text that nobody may see.
    Secret,
    /// True or false.
    Boolean,
    /// A calendar date.
    Date,
    /// A calendar date and a time of day, in a time zone that the field does not state.
    DateTime,
    /// A moment, UTC.
    Timestamp,
    /// A text out of a list.
    Enum(&'static EnumMeta),
    /// A structure.
    Record(&'static RecordMeta),
    /// A list.
    List(Box<FieldType>),
    /// Any JSON value.
    Any,
}

/// In the words of the API's reference, which calls both moments and civil times `timestamp`.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => f.write_str("number"),
            Self::Decimal => f.write_str("decimal"),
            Self::Text | Self::Secret | Self::Enum(_) => f.write_str("string"),
            Self::Boolean => f.write_str("boolean"),
            Self::Date => f.write_str("date"),
            Self::DateTime | Self::Timestamp => f.write_str("timestamp"),
            Self::Record(meta) => f.write_str(meta.name),
            Self::List(item) => write!(f, "[{item}]"),
            Self::Any => f.write_str("any"),
        }
    }
}
