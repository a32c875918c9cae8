//! Enums of texts to which the vendor may add more.

use crate::meta::EnumMeta;

/// A text out of a list that the vendor may extend: an enum with one variant for each known text and one that keeps
/// all others. Derived by [`VoxEnum`](crate::VoxEnum).
pub trait TextEnum: Sized + 'static {
    /// The known texts.
    const META: &'static EnumMeta;

    /// The position in [`EnumMeta::values`], or their number for an unknown text.
    fn index(&self) -> usize;

    /// The variant at this position of [`EnumMeta::values`].
    fn from_index(index: usize) -> Option<Self>;

    /// The variant that keeps an unknown text.
    fn from_other(text: String) -> Self;

    /// The unknown text, where this is one.
    fn as_other(&self) -> Option<&str>;

    /// The text, as on the wire.
    fn as_text(&self) -> &str {
        match self.as_other() {
            Some(text) => text,
            None => Self::META.values.get(self.index()).copied().unwrap_or_default(),
        }
    }
}
