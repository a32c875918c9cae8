//! Decodes JSON text into a value.

use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::reader::{NextValue, ReadFn, parse};
use super::{FieldValue, Record, ValueReader};
use crate::error::DecodeError;

/// A text does not decode.
pub(crate) enum DecodeFailure {
    /// It is not JSON, or is cut off.
    Malformed { line: usize, column: usize },
    /// A value is not of its type.
    Value(DecodeError),
}

/// How a value that does not decode is treated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// It is an error.
    Strict,
    /// It counts as absent.
    Lenient,
}

/// Decodes a text by the function that reads its type.
pub(crate) fn decode<T>(
    text: &str,
    strictness: Strictness,
    read: fn(ValueReader<'_>) -> Result<Option<T>, DecodeError>,
) -> Result<T, DecodeFailure> {
    let mut value = None;
    let outcome = decode_erased(text, strictness, &mut |json| match read(json) {
        Ok(found) => {
            value = found;
            Ok(value.is_some())
        }
        Err(error) => Err(error),
    });
    match (outcome, value) {
        (Ok(()), Some(value)) => Ok(value),
        (Ok(()), None) => Err(DecodeFailure::Value(DecodeError::new("expected an object, found nothing"))),
        (Err(failure), _) => Err(failure),
    }
}

/// The code that is the same for all types.
fn decode_erased(text: &str, strictness: Strictness, read: ReadFn<'_>) -> Result<(), DecodeFailure> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let is_lenient = strictness == Strictness::Lenient;
    match NextValue::new(&mut deserializer, is_lenient).pass(read) {
        Ok(_) => deserializer.end().map_err(|_| failure(text, DecodeError::of_parser())),
        Err(error) => Err(failure(text, error)),
    }
}

#[cold]
fn failure(text: &str, error: DecodeError) -> DecodeFailure {
    // `IgnoredAny` accepts JSON that no type holds: nested too deeply, or with a number out of range.
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => DecodeFailure::Value(error),
        Err(error) => DecodeFailure::Malformed { line: error.line(), column: error.column() },
    }
}

/// Reads a value from its JSON text, inside of another one.
pub(crate) fn read_json<T>(
    json: &str,
    read: fn(ValueReader<'_>) -> Result<Option<T>, DecodeError>,
) -> Result<Option<T>, DecodeError> {
    let mut value = None;
    parse(json, false, &mut |json| {
        value = read(json)?;
        Ok(value.is_some())
    })?;
    Ok(value)
}

impl From<DecodeFailure> for DecodeError {
    fn from(failure: DecodeFailure) -> Self {
        match failure {
            DecodeFailure::Value(error) => error,
            DecodeFailure::Malformed { line, column } => {
                Self::new(format!("not JSON, or cut off (line {line}, column {column})"))
            }
        }
    }
}

/// Decodes a record from JSON that is not the response of a method.
pub(super) fn record<T: Record>(json: &[u8], strictness: Strictness) -> Result<T, DecodeError> {
    let text = crate::text::normalize(json).text;
    // An empty object is an absent field; as the whole text it is a record without values.
    if is_empty_object(&text) && T::META.fields.iter().all(|field| !field.required) {
        return Ok(T::blank());
    }
    Ok(decode(&text, strictness, <T as FieldValue>::read)?)
}

fn is_empty_object(text: &str) -> bool {
    let inner = text.trim_ascii().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| inner.trim_ascii().is_empty())
}

/// Implements `Deserialize` for records, with any format: the value is converted to JSON text first.
///
/// # Errors
/// The error of the deserializer, or the path of the value that does not decode, and why.
pub fn deserialize_record<'de, T: Record, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = Value::deserialize(deserializer)?.to_string();
    decode(&text, Strictness::Strict, <T as FieldValue>::read)
        .map_err(|failure| D::Error::custom(DecodeError::from(failure)))
}
