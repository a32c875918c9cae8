//! Items of a storage.

use vox_core::prelude::*;

/// An item of a storage: a key with its value.
///
/// Source: the structure `KeyValueItems`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct KeyValueItems {
    /// The key.
    #[field(secret = false)]
    pub key: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// When the item expires.
    pub expires_at: Option<UnixTime>,
}
