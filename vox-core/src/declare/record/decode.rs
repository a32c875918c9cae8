//! Decodes JSON text into a value.

use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::de::StrRead;

use super::{DecodeContext, FieldValue, Record};
use crate::error::DecodeError;

/// The deserializer for all responses.
pub(crate) type JsonDeserializer<'de> = serde_json::Deserializer<StrRead<'de>>;

/// A text does not decode.
pub(crate) enum DecodeFailure {
    /// It is not JSON, or is cut off.
    Malformed { line: usize, column: usize },
    /// A value is not of its type.
    Value(DecodeError),
}

/// Decodes a text by the function that reads its type.
pub(crate) fn decode<'de, T>(
    text: &'de str,
    mut context: DecodeContext,
    read: fn(&mut JsonDeserializer<'de>, &mut DecodeContext) -> serde_json::Result<Option<T>>,
) -> Result<T, DecodeFailure> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match read(&mut deserializer, &mut context) {
        Ok(Some(value)) => match deserializer.end() {
            Ok(()) => Ok(value),
            Err(_) => Err(failure(text, &mut context)),
        },
        Ok(None) => {
            Err(DecodeFailure::Value(DecodeError::new(String::new(), "expected an object, found nothing")))
        }
        Err(_) => Err(failure(text, &mut context)),
    }
}

#[cold]
fn failure(text: &str, context: &mut DecodeContext) -> DecodeFailure {
    // `IgnoredAny` accepts JSON that no type holds: nested too deeply, or with a number out of range.
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return DecodeFailure::Malformed { line: error.line(), column: error.column() };
    }
    let (path, reason) = context.failure();
    let reason = reason.unwrap_or_else(|| {
        "expected another value, found a number out of range or too deep a nesting".into()
    });
    DecodeFailure::Value(DecodeError::new(path, reason))
}

impl From<DecodeFailure> for DecodeError {
    fn from(failure: DecodeFailure) -> Self {
        match failure {
            DecodeFailure::Value(error) => error,
            DecodeFailure::Malformed { line, column } => {
                Self::new(String::new(), format!("not JSON, or cut off (line {line}, column {column})"))
            }
        }
    }
}

/// Decodes a record from JSON that is not the response of a method.
pub(super) fn record<T: Record>(json: &[u8], context: DecodeContext) -> Result<T, DecodeError> {
    let text = crate::text::normalize(json).text;
    // An empty object is an absent field; as the whole text it is a record without values.
    if is_empty_object(&text) && T::META.fields.iter().all(|field| !field.required) {
        return Ok(T::blank());
    }
    Ok(decode(&text, context, |deserializer, context| <T as FieldValue>::read(deserializer, context))?)
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
    let read = |deserializer: &mut JsonDeserializer<'_>, context: &mut DecodeContext| {
        <T as FieldValue>::read(deserializer, context)
    };
    decode(&text, DecodeContext::default(), read)
        .map_err(|failure| D::Error::custom(DecodeError::from(failure)))
}
