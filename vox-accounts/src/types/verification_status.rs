//! States of verifications and documents.

use vox_core::VoxEnum;

/// The state of a verification.
///
/// Source: `verification_status` of `GetAccountDocuments` (all but [`NotRequired`](Self::NotRequired)), and of the
/// structures `AccountVerificationType` and `SubscriptionTemplateType` (all).
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum VerificationStatus {
    /// Documents must be uploaded.
    Required,
    /// The documents are being reviewed.
    InProgress,
    /// The account is verified.
    Verified,
    /// No verification is needed.
    NotRequired,
    /// A state that this list does not have.
    Other(String),
}

/// The result of the review of a document.
///
/// Source: `account_document_status` of the structure `AccountVerificationDocument`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum DocumentStatus {
    /// It was accepted.
    Accepted,
    /// It was rejected.
    Rejected,
    /// It is being reviewed.
    InProgress,
    /// Other documents are missing.
    IncompleteSet,
    /// A state that this list does not have.
    Other(String),
}
