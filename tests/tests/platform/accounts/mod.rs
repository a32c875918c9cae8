//! The section `Accounts`, as far as `vox-accounts` does not declare it.

vox_core::methods! {
    get_account_verifications {
        GetAccountVerifications, GetAccountVerificationsResponse, AccountVerifications, AgreementDocumentStatus,
        AccountVerificationsCredentials, AccountVerificationsDefaultEndUser, AccountVerificationsAgreements,
    }
}
