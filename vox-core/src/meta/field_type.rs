//! The types of fields, as metadata.

use std::fmt;

use super::{EnumMeta, RecordMeta};

/// The type of a field, as metadata.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum FieldType {
    /// A whole number.
    Number,
    /// An exact decimal number.
    Decimal,
    /// A string.
    Text,
    /// A secret string.
    Secret,
    /// True or false.
    Boolean,
    /// A calendar date.
    Date,
    /// A calendar date and a time of day, in a time zone that the field does not state.
    DateTime,
    /// A moment in time, UTC.
    Timestamp,
    /// A time of day, in a time zone that the field does not state.
    Time,
    /// A moment in time, as the number of seconds since 1970.
    UnixTime,
    /// A string from a list that the vendor may extend.
    Enum(&'static EnumMeta),
    /// A record.
    Record(&'static RecordMeta),
    /// A list.
    List(Box<FieldType>),
    /// An object with arbitrary member names, whose values have this type.
    Map(Box<FieldType>),
    /// Any JSON value.
    Any,
}

impl FieldType {
    /// Whether no value is an object or a list.
    pub(crate) fn is_scalar(&self) -> bool {
        !matches!(self, Self::Record(_) | Self::List(_) | Self::Map(_) | Self::Any)
    }
}

/// Formats the term of the API reference, in which both moments and civil times are `timestamp`.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number | Self::UnixTime => f.write_str("number"),
            Self::Decimal => f.write_str("decimal"),
            Self::Text | Self::Secret | Self::Enum(_) => f.write_str("string"),
            Self::Boolean => f.write_str("boolean"),
            Self::Date => f.write_str("date"),
            Self::DateTime | Self::Timestamp => f.write_str("timestamp"),
            Self::Time => f.write_str("time"),
            Self::Record(meta) => f.write_str(meta.name),
            Self::List(item) => write!(f, "[{item}]"),
            Self::Map(value) => write!(f, "{{{value}}}"),
            Self::Any => f.write_str("any"),
        }
    }
}
