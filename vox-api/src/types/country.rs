//! Codes of countries.

use vox_core::prelude::*;

/// The two letters of a country.
pub(crate) const COUNTRY: rules::Check =
    rules::Check::new("ISO 3166-1 alpha-2", "must be the two letters of a country", |text| {
        text.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
