//! `AccountVerification`.

use vox_accounts::{AccountVerification, AccountVerificationDocument};
use vox_core::Record;

use super::whole_seconds;
use crate::state::verification::{Document, Verification};

pub(crate) fn verification(verification: &Verification, with_documents: bool) -> AccountVerification {
    let mut record = AccountVerification::blank();
    record.verification_name = Some(verification.name.to_owned());
    record.verification_status = Some(verification.status.clone());
    record.unverified_hold_until = verification.hold_until;
    if with_documents {
        record.documents = verification.documents.iter().map(document).collect();
    }
    record
}

fn document(document: &Document) -> AccountVerificationDocument {
    let mut record = AccountVerificationDocument::blank();
    record.account_document_id = Some(document.id);
    record.is_individual = Some(false);
    record.comment = document.comment.map(str::to_owned);
    record.uploaded = whole_seconds(document.uploaded);
    record.account_document_status = Some(document.status.clone());
    record
}
