//! Phone numbers of the sandbox of the vendor.

use vox_core::prelude::*;

/// Whether phone numbers of the vendor's sandbox are listed.
///
/// Source: `sandbox` of `GetPhoneNumbers` and `GetPhoneNumberCategories`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SandboxFilter {
    /// All phone numbers.
    All,
    /// Only those of the sandbox.
    True,
    /// Only those that are not of the sandbox.
    False,
    /// A filter that this list does not have.
    Other(String),
}
