//! Types of several methods of the section.

use vox_core::prelude::*;

/// The status of a verification.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum VerificationStatus {
    /// `REQUIRED`.
    Required,
    /// `IN_PROGRESS`.
    InProgress,
    /// `VERIFIED`.
    Verified,
    /// A value that this version does not know.
    Other(String),
}
