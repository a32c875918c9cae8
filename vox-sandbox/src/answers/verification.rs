//! The structure `AccountVerificationType`.

use serde_json::{Value, json};

use crate::clock::api_time;
use crate::state::verification::{Document, Verification};

/// A verification, with its documents if they are wanted.
pub(crate) fn verification(verification: &Verification, documents: bool) -> Value {
    let mut answer = json!({
        "verification_name": verification.name,
        "verification_status": verification.status.as_str(),
    });
    if let Some(day) = verification.hold_until {
        answer["unverified_hold_until"] = day.to_string().into();
    }
    if documents {
        answer["documents"] = verification.documents.iter().map(document).collect();
    }
    answer
}

fn document(document: &Document) -> Value {
    let mut answer = json!({
        "account_document_id": document.id,
        "is_individual": false,
        "uploaded": api_time(document.uploaded),
        "account_document_status": document.status.as_str(),
    });
    if let Some(comment) = document.comment {
        answer["comment"] = comment.into();
    }
    answer
}
