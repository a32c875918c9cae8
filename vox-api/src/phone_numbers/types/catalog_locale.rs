//! Languages of names.

use vox_core::prelude::*;

/// The language of the localized names in a response.
///
/// Source: `locale` of `GetPhoneNumberCategories`, `GetPhoneNumberRegions` and `GetActualPhoneNumberRegion`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum CatalogLocale {
    /// English.
    En,
    /// Russian.
    Ru,
    /// A language that this list does not have.
    Other(String),
}
