//! Structures in responses, read leniently and written for logs and by servers.
//!
//! The vendor's own examples leave out fields that the reference calls mandatory, and the live API sends many that no page
//! names. So a field that is missing, null or empty becomes `None` or an empty list, unknown fields are skipped, numbers
//! may be texts, and booleans may be 0 and 1. Errors name the field and what was expected, never the value, which could be
//! a secret.

mod content;
mod context;
mod decode;
mod field;
mod list;
mod number;
mod read;
mod scalar;
mod time;
#[cfg(feature = "masked")]
mod write;

pub use content::FieldContent;
pub use context::DecodeContext;
pub use decode::deserialize_record;
pub(crate) use decode::{Undecodable, decode};
pub use field::FieldValue;
pub(crate) use number::{decimal, integer};
pub(crate) use read::NUMBER_KEY;
pub use read::NextValue;
pub(crate) use scalar::{Scalar, is_empty, read_text};
pub(crate) use time::{date_time, timestamp};
#[cfg(feature = "server")]
pub(crate) use write::Acknowledged;
#[cfg(feature = "masked")]
pub(crate) use write::{Audience, Written};

use crate::error::DecodeError;
use crate::meta::RecordMeta;

/// What logs show in place of a secret.
pub(crate) const MASK: &str = "***";

/// A structure in a response. Derived by [`VoxRecord`](crate::VoxRecord), which also implements
/// `serde::Deserialize`; a record is a [`FieldValue`] too.
pub trait Record: Sized {
    /// The structure as data.
    const META: &'static RecordMeta;

    /// A value with every field blank, to be filled in, such as a response for a test:
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

    /// Puts the value that comes next into the field with this index in [`RecordMeta::fields`]; skips it if there
    /// is no such field.
    fn set<V: NextValue>(&mut self, index: usize, value: V);

    /// What the field with this index in [`RecordMeta::fields`] holds. The derive writes it for the feature `masked`; a
    /// record without it has only absent fields.
    fn get(&self, index: usize) -> FieldContent<'_> {
        let _ = index;
        FieldContent::ABSENT
    }

    /// Reads the structure from JSON that is not a response, such as a callback's.
    ///
    /// A byte order mark is skipped; characters that are not valid UTF-8 or half of a surrogate pair become U+FFFD.
    ///
    /// # Errors
    /// The path of the value that does not decode, and why.
    fn from_json(json: &[u8]) -> Result<Self, DecodeError> {
        decode::record(json, DecodeContext::default())
    }

    /// As [`from_json`](Self::from_json), but a value that does not decode counts as absent.
    ///
    /// # Errors
    /// A required field is missing or does not decode, or the text is not JSON.
    fn from_json_lenient(json: &[u8]) -> Result<Self, DecodeError> {
        decode::record(json, DecodeContext::lenient())
    }

    /// The structure as a server of the API sends it, secrets included. Fields that are `None` are left out.
    ///
    /// For logs there is [`masked`](crate::masked()).
    #[cfg(feature = "server")]
    #[cfg_attr(docsrs, doc(cfg(feature = "server")))]
    fn to_json(&self) -> String {
        let content = FieldContent::record(self);
        let written = Written { content: &content, audience: Audience::Client };
        // Nothing that a field can hold fails to be JSON.
        serde_json::to_string(&written).unwrap_or_default()
    }
}
