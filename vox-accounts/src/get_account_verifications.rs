//! `GetAccountVerifications`: lists the verifications of an account.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetAccountVerifications` of the API's section Accounts.

use vox_core::{Value, VoxEnum, VoxMethod, VoxRecord};

use crate::{AgreementDocumentStatus, LegalStatus};

/// Lists the verifications of an account, with the agreements and the persons or companies that they are about.
///
/// It is the announced successor of [`GetAccountDocuments`](crate::GetAccountDocuments).
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetAccountVerifications { account_id: 7, active_verification_only: Some(true) };
/// assert_eq!(request.to_form().as_bytes(), b"account_id=7&active_verification_only=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAccountVerifications",
    roles = [Owner, Admin, Accountant, Payer],
    response = GetAccountVerificationsResponse,
    kind = read,
)]
pub struct GetAccountVerifications {
    /// The account's id. Credentials by an account's id must be of this account.
    pub account_id: u64,
    /// Whether only active verifications are returned. Only the newest sources of the vendor have it.
    pub active_verification_only: Option<bool>,
}

/// The response of [`GetAccountVerifications`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountVerificationsResponse {
    /// The verifications.
    pub result: Vec<AccountVerifications>,
}

/// A verification of an account.
///
/// Source: the structure `AccountVerificationsType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerifications {
    /// The verification's id.
    pub verification_id: Option<u64>,
    /// The status.
    pub status: Option<AgreementDocumentStatus>,
    /// The name of the scheme that its statuses follow.
    pub status_scheme: Option<String>,
    /// How it was created.
    pub creation_type: Option<VerificationCreationType>,
    /// When it was created: `2022-07-12 07:06:05`. No source states the time zone.
    pub created: Option<String>,
    /// The reviewer's comments, if it was rejected.
    pub comments: Option<String>,
    /// The person or the company that is verified.
    pub credentials: Option<AccountVerificationsCredentials>,
    /// The customers that it is for by default.
    pub default_end_user: Vec<AccountVerificationsDefaultEndUser>,
    /// The agreements.
    pub agreements: Vec<AccountVerificationsAgreements>,
}

/// How a verification was created.
///
/// Source: `creation_type` of the structure `AccountVerificationsType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum VerificationCreationType {
    /// By uploaded documents.
    Manual,
    /// By Gosuslugi, the portal of the Russian state.
    Gosuslugi,
    /// By rights that were transferred.
    TransferRights,
    /// A type that this list does not have.
    Other(String),
}

/// The person or the company that is verified: one of the three, by the legal status.
///
/// Source: the structure `AccountVerificationsCredentials`. No source lists the members of the objects.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationsCredentials {
    /// A private person, an object.
    pub individual: Option<Value>,
    /// A company, an object.
    pub legal_entity: Option<Value>,
    /// A person in business, an object.
    pub entrepreneur: Option<Value>,
    /// The legal status.
    pub legal_status: Option<LegalStatus>,
}

/// A customer that a verification is for by default.
///
/// Source: the structure `AccountVerificationsDefaultEndUser`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationsDefaultEndUser {
    /// The customer's UUID. The sources declare it as a number; it is read as a text.
    pub end_user_uuid: Option<String>,
    /// The customer's data, an object whose members no source lists.
    pub credentials: Option<Value>,
}

/// An agreement of a verification.
///
/// Source: the structure `AccountVerificationsAgreements`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountVerificationsAgreements {
    /// The agreement's id.
    pub agreement_id: Option<u64>,
    /// The type of agreement. No source lists the types.
    pub r#type: Option<String>,
    /// The status.
    pub status: Option<AgreementStatus>,
    /// The agreement's number.
    pub agreement_number: Option<String>,
    /// The date of the signature. No source states its format.
    pub agreement_date: Option<String>,
    /// How it was signed.
    pub signing_type: Option<AgreementSigningType>,
    /// The reviewer's comments, if it was rejected.
    pub comments: Option<String>,
}

/// The status of an agreement.
///
/// Source: `status` of the structure `AccountVerificationsAgreements`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AgreementStatus {
    /// It is new.
    New,
    /// It is being reviewed.
    InProcess,
    /// It was accepted.
    Verified,
    /// It was rejected.
    Rejected,
    /// A status that this list does not have.
    Other(String),
}

/// How an agreement was signed.
///
/// Source: `signing_type` of the structure `AccountVerificationsAgreements`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AgreementSigningType {
    /// By hand.
    Manual,
    /// By an electronic signature.
    #[value(name = "ESIGNATURE")]
    ElectronicSignature,
    /// A type that this list does not have.
    Other(String),
}

#[cfg(test)]
mod tests {
    use super::{AgreementSigningType, AgreementStatus, GetAccountVerifications, VerificationCreationType};
    use crate::{AgreementDocumentStatus, LegalStatus};
    use vox_core::MethodExt;

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": [{"verification_id": 7, "status": "AWAITING_VERIFICATION", "status_scheme": "ru",
            "creation_type": "TRANSFER_RIGHTS", "created": "2022-07-12 07:06:05", "comments": "",
            "credentials": {"legal_entity": {"inn": "7700000000"}, "legal_status": "LEGAL_ENTITY"},
            "default_end_user": [{"end_user_uuid": "ab81c50e-573e-4446-9af9-105269dfafca", "credentials": {}}, {"end_user_uuid": 7}],
            "agreements": [{"agreement_id": 1, "type": "offer", "status": "IN_PROCESS", "signing_type": "ESIGNATURE"}]}]}"#;
        let verifications = GetAccountVerifications::from_http(http::Response::new(json)).unwrap().result;
        let verification = &verifications[0];
        assert_eq!(verification.status, Some(AgreementDocumentStatus::AwaitingVerification));
        assert_eq!(verification.creation_type, Some(VerificationCreationType::TransferRights));
        assert_eq!(verification.created.as_deref(), Some("2022-07-12 07:06:05"));
        let credentials = verification.credentials.as_ref().unwrap();
        assert_eq!(credentials.legal_entity.as_ref().unwrap()["inn"], "7700000000");
        assert_eq!(
            (&credentials.individual, &credentials.legal_status),
            (&None, &Some(LegalStatus::LegalEntity))
        );
        let users: Vec<_> =
            verification.default_end_user.iter().map(|user| user.end_user_uuid.as_deref().unwrap()).collect();
        assert_eq!(users, ["ab81c50e-573e-4446-9af9-105269dfafca", "7"]);
        let agreement = &verification.agreements[0];
        assert_eq!(agreement.status, Some(AgreementStatus::InProcess));
        assert_eq!(agreement.signing_type, Some(AgreementSigningType::ElectronicSignature));
        assert!(agreement.agreement_date.is_none());
    }
}
