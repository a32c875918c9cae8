//! Payloads about the verification of accounts and addresses.

use vox_core::{Timestamp, VoxEnum, VoxRecord};

use crate::{AgreementDocumentStatus, LegalStatus};

/// The state of a proof of address.
///
/// Source: `regulation_address_status` of the callbacks `regulation_address_verified` (which lists
/// [`Verified`](Self::Verified) and [`Declined`](Self::Declined) only) and `regulation_address_documents_requested`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum RegulationAddressStatus {
    /// It is being reviewed.
    InProgress,
    /// It was accepted.
    Verified,
    /// It was declined.
    Declined,
    /// More documents are needed.
    Pending,
    /// A state that this list does not have.
    Other(String),
}

/// A document for the verification of the account was uploaded.
///
/// Source: the structure `AccountDocumentUploadedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountDocumentUploadedCallback {
    /// The document's id, as [`GetAccountDocuments`](crate::GetAccountDocuments) returns it.
    pub account_document_id: Option<u64>,
    /// When the document was uploaded.
    pub uploaded: Option<Timestamp>,
    /// The verification's name: `RU`.
    pub verification_name: Option<String>,
    /// The legal status of the owner: `individual`, `entrepreneur`, `legal entity`. Newer callbacks write it
    /// otherwise: [`LegalStatus`].
    pub legal_status: Option<String>,
    /// Whether the account is a person's. Known to one of the vendor's SDKs only.
    pub is_individual: Option<bool>,
}

/// A document for the verification of the account was reviewed.
///
/// Source: the structure `AccountDocumentVerifiedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountDocumentVerifiedCallback {
    /// The document's id.
    pub account_document_id: Option<u64>,
    /// The result of the review.
    pub account_document_status: Option<AgreementDocumentStatus>,
    /// When the document was uploaded.
    pub uploaded: Option<Timestamp>,
    /// The reviewer's comment.
    pub comment: Option<String>,
    /// The verification's name: `RU`.
    pub verification_name: Option<String>,
    /// The legal status of the owner: `individual`, `entrepreneur`, `legal entity`. Newer callbacks write it
    /// otherwise: [`LegalStatus`].
    pub legal_status: Option<String>,
    /// Whether the account is a person's. Known to one of the vendor's SDKs only.
    pub is_individual: Option<bool>,
}

/// A document for the verification of the account is in another state.
///
/// Source: the structure `AccountDocumentStatusUpdatedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountDocumentStatusUpdatedCallback {
    /// The document's id.
    pub account_document_id: Option<u64>,
    /// The state before.
    pub previous_account_document_status: Option<AgreementDocumentStatus>,
    /// The state now. It is also read from the callback itself, where a known handler expects it.
    pub account_document_status: Option<AgreementDocumentStatus>,
    /// When the state changed.
    pub update_time: Option<Timestamp>,
    /// The reviewer's comment.
    pub comment: Option<String>,
    /// The legal status of the owner.
    pub legal_status: Option<LegalStatus>,
}

/// A proof of address was uploaded.
///
/// Source: the structure `RegulationAddressUploadedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RegulationAddressUploadedCallback {
    /// The document's id.
    pub regulation_address_id: Option<u64>,
    /// When the document was uploaded.
    pub uploaded: Option<Timestamp>,
    /// Whether the account is a person's.
    pub is_individual: Option<bool>,
    /// The name of the address.
    pub regulation_address_name: Option<String>,
}

/// A proof of address was reviewed.
///
/// Source: the structure `RegulationAddressVerifiedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RegulationAddressVerifiedCallback {
    /// The document's id.
    pub regulation_address_id: Option<u64>,
    /// The result of the review.
    pub regulation_address_status: Option<RegulationAddressStatus>,
    /// When the document was uploaded.
    pub uploaded: Option<Timestamp>,
    /// Whether the account is a person's.
    pub is_individual: Option<bool>,
    /// The reviewer's comment.
    pub comment: Option<String>,
    /// The name of the address.
    pub regulation_address_name: Option<String>,
}

/// More documents are needed for a proof of address.
///
/// Source: the structure `RegulationAddressDocumentsRequestedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RegulationAddressDocumentsRequestedCallback {
    /// The document's id.
    pub regulation_address_id: Option<u64>,
    /// The document's name.
    pub regulation_address_name: Option<String>,
    /// The document's state.
    pub regulation_address_status: Option<RegulationAddressStatus>,
    /// When the state changed.
    pub update_time: Option<Timestamp>,
    /// Whether the account is a person's.
    pub is_individual: Option<bool>,
    /// The reviewer's comment.
    pub comment: Option<String>,
}
