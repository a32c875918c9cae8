//! The method `GetAccountVerifications`.

use vox_core::prelude::*;

/// Lists the documents and agreements that verify an account.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAccountVerifications",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetAccountVerificationsResponse,
    kind = read,
)]
pub struct GetAccountVerifications {
    /// The account.
    pub account_id: u64,
    /// Whether only active verifications are listed.
    pub active_verification_only: Option<bool>,
}

/// The response of [`GetAccountVerifications`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountVerificationsResponse {
    /// The result.
    pub result: Vec<AccountVerifications>,
}

/// A verification.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerifications {
    /// The verification.
    pub verification_id: Option<u64>,
    /// The status.
    pub status: Option<AgreementDocumentStatus>,
    /// The name of the scheme of statuses.
    pub status_scheme: Option<String>,
    /// How the verification was created.
    pub creation_type: Option<String>,
    /// When the verification was created, in a time zone that no source states.
    pub created: Option<String>,
    /// Why the verification was rejected.
    pub comments: Option<String>,
    /// Who is verified.
    pub credentials: Option<AccountVerificationsCredentials>,
    /// The default customers.
    pub default_end_user: Vec<AccountVerificationsDefaultEndUser>,
    /// The agreements.
    pub agreements: Vec<AccountVerificationsAgreements>,
}

/// The status of a verification.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AgreementDocumentStatus {
    /// `AWAITING_DOCUMENTS_UPLOADING`.
    AwaitingDocumentsUploading,
    /// `AWAITING_AGREEMENT_UPLOADING`.
    AwaitingAgreementUploading,
    /// `AWAITING_VERIFICATION`.
    AwaitingVerification,
    /// `WAITING_FOR_CONFIRMATION_DOCUMENTS`.
    WaitingForConfirmationDocuments,
    /// `VERIFIED`.
    Verified,
    /// `REJECTED`.
    Rejected,
    /// `WAITING_PERIOD_EXPIRED`.
    WaitingPeriodExpired,
    /// A value that this version does not know.
    Other(String),
}

/// Who is verified.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationsCredentials {
    /// A person.
    pub individual: Option<Value>,
    /// A company.
    pub legal_entity: Option<Value>,
    /// A sole trader.
    pub entrepreneur: Option<Value>,
    /// Which of them.
    pub legal_status: Option<String>,
}

/// A default customer.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationsDefaultEndUser {
    /// The UUID of the customer.
    pub end_user_uuid: Option<String>,
    /// The data of the customer.
    pub credentials: Option<Value>,
}

/// An agreement.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationsAgreements {
    /// The agreement.
    pub agreement_id: Option<u64>,
    /// The kind of agreement.
    pub r#type: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The number of the agreement.
    pub agreement_number: Option<String>,
    /// The date of the signature.
    pub agreement_date: Option<String>,
    /// How the agreement was signed.
    pub signing_type: Option<String>,
    /// Why the agreement was rejected.
    pub comments: Option<String>,
}
