//! From JSON text to a value.

use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::de::StrRead;

use super::{DecodeContext, FieldValue, Record};
use crate::error::DecodeError;

/// The deserializer that every response is read by.
pub(crate) type JsonDeserializer<'de> = serde_json::Deserializer<StrRead<'de>>;

/// Why a text is not the JSON of a type.
pub(crate) enum Undecodable {
    /// It is not JSON, or ends in the middle of it.
    Malformed { line: usize, column: usize },
    /// A value in it is not of its type.
    Value(DecodeError),
}

/// Decodes a whole text by the function that reads its type.
pub(crate) fn decode<'de, T>(
    text: &'de str,
    mut context: DecodeContext,
    read: fn(&mut JsonDeserializer<'de>, &mut DecodeContext) -> serde_json::Result<Option<T>>,
) -> Result<T, Undecodable> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match read(&mut deserializer, &mut context) {
        Ok(Some(value)) => match deserializer.end() {
            Ok(()) => Ok(value),
            Err(_) => Err(failed(text, &mut context)),
        },
        Ok(None) => {
            Err(Undecodable::Value(DecodeError::new(String::new(), "expected an object, found nothing")))
        }
        Err(_) => Err(failed(text, &mut context)),
    }
}

#[cold]
fn failed(text: &str, context: &mut DecodeContext) -> Undecodable {
    // `IgnoredAny` passes over JSON that no type holds: nested too deeply, or a number out of range.
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return Undecodable::Malformed { line: error.line(), column: error.column() };
    }
    let (path, reason) = context.failure();
    let reason = reason.unwrap_or_else(|| {
        "expected another value, found a number out of range or too deep a nesting".into()
    });
    Undecodable::Value(DecodeError::new(path, reason))
}

impl From<Undecodable> for DecodeError {
    fn from(undecodable: Undecodable) -> Self {
        match undecodable {
            Undecodable::Value(error) => error,
            Undecodable::Malformed { line, column } => {
                Self::new(String::new(), format!("not JSON, or cut off (line {line}, column {column})"))
            }
        }
    }
}

/// Decodes a record from the body of a request or a response.
pub(super) fn record<T: Record>(json: &[u8], context: DecodeContext) -> Result<T, DecodeError> {
    let text = crate::text::normalize(json).text;
    // An empty object is absent as a field, but here it is all there is.
    if is_empty_object(&text) && T::META.fields.iter().all(|field| !field.required) {
        return Ok(T::blank());
    }
    Ok(decode(&text, context, |deserializer, context| <T as FieldValue>::read(deserializer, context))?)
}

fn is_empty_object(text: &str) -> bool {
    let inner = text.trim_ascii().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| inner.trim_ascii().is_empty())
}

/// Reads a structure from any format: the body of a record's `Deserialize`.
///
/// The value is collected first, then read by the same code as all JSON.
///
/// # Errors
/// The deserializer's; the path of a value that is not of its type, and why.
pub fn deserialize_record<'de, T: Record, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = Value::deserialize(deserializer)?.to_string();
    let read = |deserializer: &mut JsonDeserializer<'_>, context: &mut DecodeContext| {
        <T as FieldValue>::read(deserializer, context)
    };
    decode(&text, DecodeContext::default(), read)
        .map_err(|undecodable| D::Error::custom(DecodeError::from(undecodable)))
}
