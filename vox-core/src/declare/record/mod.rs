//! Records: structures of the API, read leniently from JSON, and written for logs and by servers.
//!
//! The vendor's examples leave out fields that the reference calls mandatory, and the live API sends fields that no page
//! names. So a field that is missing, null or empty becomes `None` or an empty list, unknown fields are skipped, numbers may be
//! strings, and booleans may be 0 and 1. Errors contain the path and the expected value, never the value found, which could be
//! a secret.

mod content;
mod decode;
pub(crate) mod evidence;
mod field;
mod list;
mod map;
mod number;
mod object;
mod reader;
mod scalar;
mod time;
mod visit;
#[cfg(feature = "masked")]
mod write;

pub use content::FieldContent;
pub use decode::deserialize_record;
pub(crate) use decode::{DecodeFailure, Strictness, decode, read_json};
pub use field::FieldValue;
use number::{decimal, integer};
pub(crate) use object::NUMBER_KEY;
pub use reader::ValueReader;
pub(crate) use scalar::{Scalar, is_empty, is_truthy, is_zero};
pub(crate) use time::{date_time, time_of_day, timestamp};
use visit::skip_items;
pub(crate) use visit::visit_scalars;
#[cfg(feature = "server")]
pub(crate) use write::success_body;
#[cfg(feature = "masked")]
pub(crate) use write::{ContentFormat, FormattedContent};

use crate::error::DecodeError;
use crate::meta::RecordMeta;

/// The text that replaces a secret in logs.
pub(crate) const MASK: &str = "***";

/// A structure of the API, in a response or a callback. [`VoxRecord`](crate::VoxRecord) derives it, and
/// `serde::Deserialize`. A record is also a [`FieldValue`].
pub trait Record: Sized {
    /// The record's metadata.
    const META: &'static RecordMeta;

    /// Creates a value whose fields are all blank, to be filled in, such as a response for a test:
    ///
    /// ```
    /// use vox_core::Record;
    /// # use vox_core::prelude::*;
    /// # /// A plan.
    /// # #[derive(Debug, PartialEq, VoxRecord)]
    /// # #[non_exhaustive]
    /// # pub struct Plan { /// n
    /// # pub name: Option<String>, /// p
    /// # pub price: Option<Decimal> }
    ///
    /// let mut plan = Plan::blank();
    /// plan.price = Some(Decimal::ONE);
    /// assert_eq!(plan.name, None);
    /// ```
    fn blank() -> Self;

    /// Reads a value into the field with this index in [`RecordMeta::fields`]; returns whether the value is present.
    ///
    /// # Errors
    /// The value does not decode.
    fn set(&mut self, index: usize, value: ValueReader<'_>) -> Result<bool, DecodeError>;

    /// The content of the field with this index in [`RecordMeta::fields`]. The derive implements it if the feature `masked` is
    /// enabled; by default every field is absent.
    fn get(&self, index: usize) -> FieldContent<'_> {
        let _ = index;
        FieldContent::ABSENT
    }

    /// Decodes JSON that is not the response of a method, such as a callback.
    ///
    /// A byte order mark is skipped; invalid UTF-8 and lone surrogates become U+FFFD.
    ///
    /// # Errors
    /// The path of the value that does not decode, and why.
    fn from_json(json: &[u8]) -> Result<Self, DecodeError> {
        decode::record(json, Strictness::Strict)
    }

    /// Decodes like [`from_json`](Self::from_json), except that a value that does not decode counts as absent.
    ///
    /// # Errors
    /// A required field is missing or does not decode, or the text is not JSON.
    fn from_json_lenient(json: &[u8]) -> Result<Self, DecodeError> {
        decode::record(json, Strictness::Lenient)
    }

    /// Encodes the record as a server of the API sends it, with its secrets. Fields that are `None` are left out.
    ///
    /// For logs use [`masked`](crate::masked()).
    #[cfg(feature = "server")]
    #[cfg_attr(docsrs, doc(cfg(feature = "server")))]
    fn to_json(&self) -> String {
        let content = FormattedContent { content: FieldContent::record(self), format: ContentFormat::Api };
        // Every kind of content serializes to JSON.
        serde_json::to_string(&content).unwrap_or_default()
    }
}

/// A record that contains itself: `next: Option<Box<Node>>`.
#[diagnostic::do_not_recommend]
impl<T: Record> Record for Box<T> {
    const META: &'static RecordMeta = T::META;

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn set(&mut self, index: usize, value: ValueReader<'_>) -> Result<bool, DecodeError> {
        T::set(self, index, value)
    }

    fn get(&self, index: usize) -> FieldContent<'_> {
        T::get(self, index)
    }
}
