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

pub use field::{FieldType, FieldValue};
pub use read::{NextValue, deserialize_record};
pub(crate) use text::{read_text, with_text};

use crate::meta::RecordMeta;

/// A structure in an answer. Derived by [`VoxRecord`](crate::VoxRecord), which also implements
/// `serde::Deserialize`; a record is a [`FieldValue`] too.
pub trait Record: Sized {
    /// The structure as data.
    const META: &'static RecordMeta;

    /// A value with every field blank, to be filled.
    fn blank() -> Self;

    /// Puts the value that comes next into the field with this index in [`RecordMeta::fields`]; passes over it where there
    /// is no such field.
    fn set<V: NextValue>(&mut self, index: usize, value: V);
}
