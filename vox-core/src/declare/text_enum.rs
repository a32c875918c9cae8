//! Enums of strings that the vendor may extend.

use crate::meta::EnumMeta;

/// A string from a list that the vendor may extend: an enum with one variant per known string, and one for all others.
/// [`VoxEnum`](crate::VoxEnum) derives it.
pub trait TextEnum: Sized + 'static {
    /// The enum's metadata, with the known strings.
    const META: &'static EnumMeta;

    /// The index in [`EnumMeta::values`]; their number for an unknown string.
    fn index(&self) -> usize;

    /// The variant with this index in [`EnumMeta::values`].
    fn from_index(index: usize) -> Option<Self>;

    /// The variant for an unknown string.
    fn from_other(text: String) -> Self;

    /// The string, if it is unknown.
    fn as_other(&self) -> Option<&str>;

    /// The string.
    fn as_text(&self) -> &str {
        match self.as_other() {
            Some(text) => text,
            None => Self::META.values.get(self.index()).copied().unwrap_or_default(),
        }
    }
}
