//! States of verifications by documents and agreements.

use vox_core::VoxEnum;

/// The state of a verification, or of a document for it.
///
/// Source: `status` of the structure `AccountVerificationsType`, and `account_document_status` of the callbacks about documents for
/// the verification of accounts.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AgreementDocumentStatus {
    /// Documents must be uploaded.
    AwaitingDocumentsUploading,
    /// The signed agreement must be uploaded.
    AwaitingAgreementUploading,
    /// It waits for its review.
    AwaitingVerification,
    /// Documents that confirm it must be handed in.
    WaitingForConfirmationDocuments,
    /// It was accepted.
    Verified,
    /// It was rejected.
    Rejected,
    /// The time to hand in documents is over.
    WaitingPeriodExpired,
    /// A state that this list does not have.
    Other(String),
}
