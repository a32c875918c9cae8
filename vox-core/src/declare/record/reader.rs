//! The reader of one JSON value.
//!
//! Records, lists and maps are read through trait objects, so the code that parses JSON is compiled once, not once per type.
//! What remains generic has `match` in place of `?` and `map`, each of which is one more function per type: together they were a
//! quarter of all functions in a debug build of vox-api.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::FieldValue;
use super::content::ErasedRecord;
use super::list::{self, ErasedItems};
use super::map::{ErasedMembers, MapVisitor};
use super::object::RecordVisitor;
use super::scalar::{Scalar, unescaped};
use super::visit::outcome;
use crate::error::DecodeError;

/// A JSON value that has not been read yet: the argument of [`FieldValue::read`].
///
/// An implementation passes it to the type that it contains, or takes its text. A value that nobody reads is skipped.
pub struct ValueReader<'r>(Source<'r>);

enum Source<'r> {
    Json { text: &'r str, is_lenient: bool },
    Deserializer(&'r mut dyn Unread),
}

impl<'r> ValueReader<'r> {
    /// A value that was read as JSON text.
    #[inline]
    pub(super) fn of_json(text: &'r str, is_lenient: bool) -> Self {
        Self(Source::Json { text, is_lenient })
    }

    /// The value as JSON text.
    ///
    /// # Errors
    /// The text is cut off. The value is an object in place of a list whose items are objects: no text of such an item is kept.
    #[inline]
    pub fn json(self) -> Result<&'r str, DecodeError> {
        match self.0 {
            Source::Json { text, .. } => Ok(text),
            Source::Deserializer(value) => value.json(),
        }
    }

    /// A string, or the JSON text of a number or a boolean; `None` for null.
    ///
    /// # Errors
    /// The value is a list or an object, and not empty.
    pub fn text(self) -> Result<Option<Cow<'r, str>>, DecodeError> {
        let json = self.json()?;
        match unescaped(json) {
            Some(text) => Ok(Some(Cow::Borrowed(text))),
            None => text_of_other(json),
        }
    }

    /// Reads the value into a field; returns whether it is present. A null or empty value leaves the field as it is.
    ///
    /// # Errors
    /// The value does not decode.
    pub fn assign<T: FieldValue>(self, field: &mut T) -> Result<bool, DecodeError> {
        match T::read(self) {
            Ok(Some(value)) if !value.is_absent() => {
                *field = value;
                Ok(true)
            }
            Ok(_) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Reads an object into a record; returns whether it is present.
    pub(super) fn record(self, record: &mut dyn ErasedRecord) -> Result<bool, DecodeError> {
        match self.0 {
            Source::Json { text, is_lenient } => parse(text, is_lenient, &mut |value| value.record(record)),
            Source::Deserializer(value) => value.record(record),
        }
    }

    /// Reads a list; returns whether it is present.
    pub(super) fn list(self, items: &mut dyn ErasedItems) -> Result<bool, DecodeError> {
        match self.0 {
            Source::Json { text, is_lenient } => parse(text, is_lenient, &mut |value| value.list(items)),
            Source::Deserializer(value) => value.list(items),
        }
    }

    /// Reads an object with any members; returns whether it is present.
    pub(super) fn map(self, members: &mut dyn ErasedMembers) -> Result<bool, DecodeError> {
        match self.0 {
            Source::Json { text, is_lenient } => parse(text, is_lenient, &mut |value| value.map(members)),
            Source::Deserializer(value) => value.map(members),
        }
    }
}

/// Shows nothing of the value, which may be a secret.
impl fmt::Debug for ValueReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ValueReader")
    }
}

/// The text of a string with escapes, a number or a boolean.
pub(super) fn text_of_other(json: &str) -> Result<Option<Cow<'_, str>>, DecodeError> {
    Ok(Scalar::expect(json, "a string")?.into_text())
}

/// A function that reads a value and stores it; returns whether it is present.
pub(super) type ReadFn<'f> = &'f mut dyn FnMut(ValueReader<'_>) -> Result<bool, DecodeError>;

/// Reads a value from its JSON text.
pub(super) fn parse(json: &str, is_lenient: bool, read: ReadFn<'_>) -> Result<bool, DecodeError> {
    NextValue::new(&mut serde_json::Deserializer::from_str(json), is_lenient).pass(read)
}

/// A value that has not been read yet, from any deserializer.
pub(super) trait Unread {
    fn json(&mut self) -> Result<&str, DecodeError>;
    fn record(&mut self, record: &mut dyn ErasedRecord) -> Result<bool, DecodeError>;
    fn list(&mut self, items: &mut dyn ErasedItems) -> Result<bool, DecodeError>;
    fn map(&mut self, members: &mut dyn ErasedMembers) -> Result<bool, DecodeError>;
}

/// Reads the JSON text of a value.
#[inline]
pub(super) fn read_raw<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'de str, D::Error> {
    <&RawValue>::deserialize(deserializer).map(RawValue::get)
}

/// The next value of a deserializer, which borrows from JSON text.
pub(super) struct NextValue<'de, D> {
    deserializer: Option<D>,
    is_lenient: bool,
    text: PhantomData<&'de str>,
}

impl<'de, D: Deserializer<'de>> NextValue<'de, D> {
    pub(super) fn new(deserializer: D, is_lenient: bool) -> Self {
        Self { deserializer: Some(deserializer), is_lenient, text: PhantomData }
    }

    /// Passes the value to a function, and skips it if the function does not read it.
    pub(super) fn pass(mut self, read: ReadFn<'_>) -> Result<bool, DecodeError> {
        let result = read(ValueReader(Source::Deserializer(&mut self)));
        if let Some(deserializer) = self.deserializer {
            IgnoredAny::deserialize(deserializer).map_err(|_| DecodeError::of_parser())?;
        }
        result
    }

    /// Takes the deserializer. Called at most once, as each function of `ValueReader` consumes the reader.
    fn take(&mut self) -> Result<D, DecodeError> {
        self.deserializer.take().ok_or_else(DecodeError::of_parser)
    }
}

impl<'de, D: Deserializer<'de>> Unread for NextValue<'de, D> {
    fn json(&mut self) -> Result<&str, DecodeError> {
        read_raw(self.take()?).map_err(|_| DecodeError::of_parser())
    }

    fn record(&mut self, record: &mut dyn ErasedRecord) -> Result<bool, DecodeError> {
        let mut failure = None;
        let visitor = RecordVisitor { record, is_lenient: self.is_lenient, failure: &mut failure };
        let is_present = self.take()?.deserialize_any(visitor);
        outcome(is_present, failure)
    }

    fn list(&mut self, items: &mut dyn ErasedItems) -> Result<bool, DecodeError> {
        let is_lenient = self.is_lenient;
        if items.item_type().is_scalar() {
            return list::read_scalars(self.json()?, items, is_lenient);
        }
        list::read_items(self.take()?, items, is_lenient)
    }

    fn map(&mut self, members: &mut dyn ErasedMembers) -> Result<bool, DecodeError> {
        let mut failure = None;
        let visitor = MapVisitor { members, is_lenient: self.is_lenient, failure: &mut failure };
        let is_present = self.take()?.deserialize_any(visitor);
        outcome(is_present, failure)
    }
}
