//! Types a field of an answer can have.

use std::fmt;
use std::marker::PhantomData;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use rust_decimal::Decimal;
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::Record;
use super::read::{NextValue, read_record};
use super::scalar::Scalar;
use super::text::read_text;
use crate::meta::{EnumMeta, RecordMeta};

/// A type a field of an answer can have: how it is read, leniently.
///
/// | the reference says | Rust |
/// |---|---|
/// | number | `u64`, `i64`, smaller integers |
/// | decimal | [`Decimal`] |
/// | string | `String`, [`Secret`](crate::Secret), an enum with `#[derive(VoxEnum)]` |
/// | boolean | `bool` |
/// | date | [`Date`] |
/// | timestamp | [`Timestamp`] |
/// | a structure | a struct with `#[derive(VoxRecord)]` |
/// | a list | `Vec` of any of these |
///
/// Wrap the type in `Option` unless an answer without the field is none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field of an answer",
    label = "not a field type",
    note = "fields are integers, `bool`, `String`, `Secret`, `Decimal`, `Date`, `Timestamp`, an enum with `#[derive(VoxEnum)]`, a struct with `#[derive(VoxRecord)]`, or an `Option` or `Vec` of these; money is `Decimal`, never a float"
)]
pub trait FieldValue: Sized {
    /// The value of a field that is not there.
    fn blank() -> Self;

    /// The type as data.
    fn field_type() -> FieldType;

    /// Reads a value; `None` for null.
    ///
    /// # Errors
    /// The deserializer's, or what was expected. Never the value itself.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error>;

    // Generated code calls the following as functions of the trait: a type without it is then one compile error.

    #[doc(hidden)]
    fn assign(field: &mut Self, value: impl NextValue) {
        value.assign(field);
    }

    #[doc(hidden)]
    fn assign_optional(field: &mut Option<Self>, value: impl NextValue) {
        value.assign(field);
    }

    // For lists: what is said to be wrong is then the type of the items.

    #[doc(hidden)]
    #[must_use]
    fn list_type() -> FieldType {
        Vec::<Self>::field_type()
    }

    #[doc(hidden)]
    fn assign_list(field: &mut Vec<Self>, value: impl NextValue) {
        value.assign(field);
    }

    #[doc(hidden)]
    fn assign_optional_list(field: &mut Option<Vec<Self>>, value: impl NextValue) {
        value.assign(field);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Record> FieldValue for T {
    fn blank() -> Self {
        Record::blank()
    }

    fn field_type() -> FieldType {
        FieldType::Record(T::META)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        read_record(deserializer)
    }
}

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

impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => f.write_str("number"),
            Self::Decimal => f.write_str("decimal"),
            Self::Text | Self::Secret | Self::Enum(_) => f.write_str("string"),
            Self::Boolean => f.write_str("boolean"),
            Self::Date => f.write_str("date"),
            Self::Timestamp => f.write_str("timestamp"),
            Self::Record(meta) => f.write_str(meta.name),
            Self::List(item) => write!(f, "[{item}]"),
            Self::Any => f.write_str("any"),
        }
    }
}

impl FieldValue for String {
    fn blank() -> Self {
        Self::new()
    }

    fn field_type() -> FieldType {
        FieldType::Text
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        read_text(deserializer)
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
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        const EXPECTED: &str = "true or false";
        let scalar = Scalar::read(deserializer, EXPECTED)?;
        match &scalar {
            Scalar::Null => Ok(None),
            Scalar::Boolean(value) => Ok(Some(*value)),
            Scalar::Unsigned(number @ (0 | 1)) => Ok(Some(*number == 1)),
            Scalar::Text(text) => match text.as_ref() {
                "" => Ok(None),
                "true" | "True" | "1" => Ok(Some(true)),
                "false" | "False" | "0" => Ok(Some(false)),
                _ => Err(scalar.unexpected(EXPECTED)),
            },
            _ => Err(scalar.unexpected(EXPECTED)),
        }
    }
}

/// Reads a whole number as the widest type, so that it is done once for all.
fn read_integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i128>, D::Error> {
    const EXPECTED: &str = "a whole number";
    let scalar = Scalar::read(deserializer, EXPECTED)?;
    match &scalar {
        Scalar::Null => Ok(None),
        Scalar::Unsigned(number) => Ok(Some((*number).into())),
        Scalar::Signed(number) => Ok(Some((*number).into())),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the number is whole and small enough to be exact"
        )]
        Scalar::Float(number) if number.fract() == 0.0 && number.abs() < 9e15 => Ok(Some(*number as i128)),
        Scalar::Text(text) if text.is_empty() => Ok(None),
        Scalar::Text(text) => text.parse().map(Some).map_err(|_| scalar.unexpected(EXPECTED)),
        _ => Err(scalar.unexpected(EXPECTED)),
    }
}

macro_rules! integers {
    ($($integer:ident)+) => {$(
        impl FieldValue for $integer {
            fn blank() -> Self {
                0
            }

            fn field_type() -> FieldType {
                FieldType::Number
            }

            /// Reads a whole number, also as a text.
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
                let out_of_range = |_| D::Error::custom(concat!("expected a number that fits ", stringify!($integer)));
                read_integer(deserializer)?.map($integer::try_from).transpose().map_err(out_of_range)
            }
        }
    )+};
}

integers! { u8 u16 u32 u64 i8 i16 i32 i64 }

impl FieldValue for Decimal {
    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::Decimal
    }

    /// Reads a number from its own digits, so that 293.855 stays 293.855; also as a text.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        const EXPECTED: &str = "a decimal number";
        let scalar = Scalar::read_exact(deserializer, EXPECTED)?;
        let number = match &scalar {
            Scalar::Null => return Ok(None),
            Scalar::Text(text) if text.is_empty() => return Ok(None),
            Scalar::Text(text) => decimal(text),
            Scalar::Unsigned(number) => Some(Self::from(*number)),
            Scalar::Signed(number) => Some(Self::from(*number)),
            Scalar::Float(number) => decimal(&number.to_string()),
            Scalar::Boolean(_) => None,
        };
        number.map(Some).ok_or_else(|| scalar.unexpected(EXPECTED))
    }
}

/// Exact where 28 digits suffice, else rounded to them.
fn decimal(text: &str) -> Option<Decimal> {
    let exact = Decimal::from_str_exact(text);
    exact.or_else(|_| text.parse()).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// Reads a date with or without a time.
fn read_date_time<'de, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
) -> Result<Option<DateTime>, D::Error> {
    let scalar = Scalar::read(deserializer, expected)?;
    match &scalar {
        Scalar::Null => Ok(None),
        Scalar::Text(text) if text.is_empty() => Ok(None),
        Scalar::Text(text) => text
            .parse()
            .map(Some)
            .map_err(|_| D::Error::custom(format_args!("expected {expected}, found another text"))),
        _ => Err(scalar.unexpected(expected)),
    }
}

impl FieldValue for Date {
    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::Date
    }

    /// Reads `YYYY-MM-DD`; a time behind it is dropped.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(read_date_time(deserializer, "a date such as 2026-01-31")?.map(DateTime::date))
    }
}

/// A time that names its offset is taken at its word; any other is UTC.
fn timestamp(text: &str) -> Option<Timestamp> {
    const PLAIN: usize = "2026-01-31 18:05:00".len();
    let with_offset = || text.parse().ok();
    let utc = || text.parse().ok().and_then(|time: DateTime| Offset::UTC.to_timestamp(time).ok());
    if text.len() <= PLAIN { utc() } else { with_offset().or_else(utc) }
}

impl FieldValue for Timestamp {
    fn blank() -> Self {
        Self::UNIX_EPOCH
    }

    fn field_type() -> FieldType {
        FieldType::Timestamp
    }

    /// Reads `YYYY-MM-DD HH:mm:ss`, UTC; an offset behind it counts.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        const EXPECTED: &str = "a UTC time such as 2026-01-31 18:05:00";
        let scalar = Scalar::read(deserializer, EXPECTED)?;
        match &scalar {
            Scalar::Null => Ok(None),
            Scalar::Text(text) if text.is_empty() => Ok(None),
            Scalar::Text(text) => timestamp(text)
                .map(Some)
                .ok_or_else(|| D::Error::custom(format_args!("expected {EXPECTED}, found another text"))),
            _ => Err(scalar.unexpected(EXPECTED)),
        }
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    fn blank() -> Self {
        None
    }

    fn field_type() -> FieldType {
        T::field_type()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn field_type() -> FieldType {
        FieldType::List(Box::new(T::field_type()))
    }

    /// Reads a list; null items are dropped.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: FieldValue> Visitor<'de> for ListVisitor<T> {
    type Value = Option<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(ItemSeed(PhantomData))? {
            list.extend(item);
        }
        Ok(Some(list))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    // The visitor's defaults would quote the value.
    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Err(E::custom("expected a list, found a boolean"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Err(E::custom("expected a list, found a number"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Err(E::custom("expected a list, found a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Err(E::custom("expected a list, found a number"))
    }

    /// An empty text counts as none, as elsewhere.
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() { Ok(None) } else { Err(E::custom("expected a list, found a text")) }
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::custom("expected a list, found an object"))
    }
}

struct ItemSeed<T>(PhantomData<T>);

impl<'de, T: FieldValue> DeserializeSeed<'de> for ItemSeed<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer)
    }
}

impl FieldValue for serde_json::Value {
    fn blank() -> Self {
        Self::Null
    }

    fn field_type() -> FieldType {
        FieldType::Any
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        serde::Deserialize::deserialize(deserializer).map(Some)
    }
}
