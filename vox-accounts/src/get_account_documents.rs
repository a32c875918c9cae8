//! `GetAccountDocuments`: reads how far the account's verifications are.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetAccountDocuments` of the API's section Accounts.

use vox_core::{Date, IdList, Timestamp, VoxMethod, VoxRecord};

use crate::{DocumentStatus, VerificationStatus};

/// Reads how far the verifications of the account or of its children are, and the uploaded documents.
///
/// The vendor has announced [`GetAccountVerifications`](crate::GetAccountVerifications) as its successor.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetAccountDocuments {
///     with_details: Some(true),
///     verification_status: Some(vec![VerificationStatus::Required, VerificationStatus::InProgress]),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"with_details=true&verification_status=REQUIRED%3BIN_PROGRESS");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAccountDocuments",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetAccountDocumentsResponse,
    kind = read,
)]
pub struct GetAccountDocuments {
    /// Whether the uploaded documents are returned, too. It has no effect if all children are requested.
    #[param(default = false)]
    pub with_details: Option<bool>,
    /// The name of the verification: `RU`.
    pub verification_name: Option<String>,
    /// The states of the verifications. The reference names all but [`VerificationStatus::NotRequired`].
    pub verification_status: Option<Vec<VerificationStatus>>,
    /// The first day on which subscriptions of the unverified account end.
    pub from_unverified_hold_until: Option<Date>,
    /// The last day on which subscriptions of the unverified account end.
    pub to_unverified_hold_until: Option<Date>,
    /// The ids of the child accounts.
    pub child_account_id: Option<IdList>,
    /// Whether only the children's verifications are returned, not the account's own.
    #[param(default = false)]
    pub children_verifications_only: Option<bool>,
}

/// The response of [`GetAccountDocuments`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountDocumentsResponse {
    /// The verifications, by account.
    pub result: Vec<AccountDocuments>,
}

/// The verifications of one account.
///
/// Source: the structure `AccountDocumentsType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountDocuments {
    /// The account's id.
    pub account_id: u64,
    /// The verifications.
    pub verifications: Vec<AccountVerification>,
}

/// A verification of an account.
///
/// Source: the structure `AccountVerificationType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerification {
    /// The verification's name: `RU`.
    pub verification_name: Option<String>,
    /// How far it is.
    pub verification_status: Option<VerificationStatus>,
    /// The day until which subscriptions are kept without it. On that day some are taken away.
    pub unverified_hold_until: Option<Date>,
    /// The uploaded documents.
    pub documents: Vec<AccountVerificationDocument>,
}

/// An uploaded document.
///
/// Source: the structure `AccountVerificationDocument`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationDocument {
    /// The document's id.
    pub account_document_id: Option<u64>,
    /// Whether the account is a person's.
    pub is_individual: Option<bool>,
    /// The reviewer's comment.
    pub comment: Option<String>,
    /// When the document was uploaded.
    pub uploaded: Option<Timestamp>,
    /// The result of the review.
    pub account_document_status: Option<DocumentStatus>,
}

#[cfg(test)]
mod tests {
    use super::GetAccountDocuments;
    use crate::{DocumentStatus, VerificationStatus};
    use vox_core::{Date, IdList, MethodExt};

    #[test]
    fn parameters_encode() {
        let request = GetAccountDocuments {
            verification_name: Some("RU".into()),
            from_unverified_hold_until: Some(Date::constant(2026, 1, 1)),
            to_unverified_hold_until: Some(Date::constant(2026, 12, 31)),
            child_account_id: Some(IdList::All),
            children_verifications_only: Some(true),
            ..Default::default()
        };
        assert_eq!(
            std::str::from_utf8(request.to_form().as_bytes()),
            Ok(
                "verification_name=RU&from_unverified_hold_until=2026-01-01&to_unverified_hold_until=2026-12-31\
                &child_account_id=all&children_verifications_only=true"
            )
        );
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": [{"account_id": 7, "verifications": [{"verification_name": "RU",
            "verification_status": "NOT_REQUIRED", "unverified_hold_until": "2026-03-01", "documents": [
            {"account_document_id": 1, "is_individual": 1, "uploaded": "2015-02-01 06:50:07",
            "account_document_status": "INCOMPLETE_SET"}]}]}]}"#;
        let accounts = GetAccountDocuments::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!(accounts[0].account_id, 7);
        let verification = &accounts[0].verifications[0];
        assert_eq!(verification.verification_status, Some(VerificationStatus::NotRequired));
        assert_eq!(verification.unverified_hold_until, Some(Date::constant(2026, 3, 1)));
        let document = &verification.documents[0];
        assert_eq!((document.account_document_id, document.is_individual), (Some(1), Some(true)));
        assert_eq!(document.uploaded.unwrap().to_string(), "2015-02-01T06:50:07Z");
        assert_eq!(document.account_document_status, Some(DocumentStatus::IncompleteSet));
        assert!(document.comment.is_none());
    }
}
