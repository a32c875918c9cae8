//! Answers: structures that are read leniently.
//!
//! The vendor's own examples leave out fields that the reference calls mandatory, and the live API sends many that
//! no page names. So what is missing or null becomes `None` or an empty list, unknown fields are skipped, numbers
//! may arrive as texts and booleans as 0 and 1. Errors name the field and what was expected, never the value: it
//! could be a secret.

mod field;
mod read;
mod scalar;
mod text;

use serde::de::MapAccess;

pub use field::{FieldType, FieldValue};
pub use read::{assign, deserialize_record, read_record, skip};
pub(crate) use text::{read_text, with_text};

use crate::meta::RecordMeta;

/// A structure in an answer. Derived by [`VoxRecord`](crate::VoxRecord), which also implements
/// `serde::Deserialize` and [`FieldValue`].
pub trait Record: Sized {
    /// The structure as data.
    const META: &'static RecordMeta;

    /// A value with every field blank, to be filled.
    fn blank() -> Self;

    /// Reads the value of the field with this index in [`RecordMeta::fields`]. Says whether there was one (not
    /// null).
    ///
    /// # Errors
    /// The deserializer's, or what the field's type expected.
    fn set<'de, A: MapAccess<'de>>(&mut self, index: usize, map: &mut A) -> Result<bool, A::Error>;
}
