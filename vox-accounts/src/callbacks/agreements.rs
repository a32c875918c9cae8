//! Payloads about the time in which documents must be handed in.

use vox_core::{Date, VoxRecord};

/// The time to hand in documents ends soon.
///
/// Source: the structure `ExpiringAgreementCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExpiringAgreementCallback {
    /// The day on which it ends.
    pub expiration_date: Option<Date>,
    /// The days that are left.
    pub until_expiration: Option<u64>,
}

/// The time to hand in documents ends today or has ended.
///
/// Source: the structure `ExpiredAgreementCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExpiredAgreementCallback {
    /// The ids of the agreements.
    pub document_ids: Vec<u64>,
}

/// The time to hand in documents ends on another day than before.
///
/// Source: the structure `RestoredAgreementStatusCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RestoredAgreementStatusCallback {
    /// The agreement's id.
    pub document_id: Option<u64>,
    /// The day on which it ends now.
    pub expiration_date: Option<Date>,
}
