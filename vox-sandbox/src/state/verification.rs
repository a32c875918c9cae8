//! Verifications of accounts.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use vox_accounts::{DocumentStatus, VerificationStatus};

/// The only verification that the API's documentation names.
const NAME: &str = "RU";
/// The number of days that subscriptions are kept without it.
const HOLD_DAYS: i32 = 30;

/// A verification of an account.
#[derive(Debug, Clone)]
pub(crate) struct Verification {
    pub(crate) name: &'static str,
    pub(crate) status: VerificationStatus,
    /// The day on which subscriptions are lost without it.
    pub(crate) hold_until: Option<Date>,
    pub(crate) documents: Vec<Document>,
}

/// An uploaded document.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) id: u64,
    pub(crate) status: DocumentStatus,
    pub(crate) comment: Option<&'static str>,
    pub(crate) uploaded: Timestamp,
}

impl Verification {
    /// A verification without documents.
    pub(crate) fn required(today: Date) -> Self {
        let hold_until = Some(today.saturating_add(HOLD_DAYS.days()));
        Self { name: NAME, status: VerificationStatus::Required, hold_until, documents: Vec::new() }
    }

    /// A verification with a rejected document and another in review.
    pub(crate) fn in_progress(now: Timestamp, today: Date) -> Self {
        let rejected = Document {
            id: 1,
            status: DocumentStatus::Rejected,
            comment: Some("The scan cannot be read"),
            uploaded: now,
        };
        let reviewed = Document { id: 2, status: DocumentStatus::InProgress, comment: None, uploaded: now };
        Self {
            status: VerificationStatus::InProgress,
            documents: vec![rejected, reviewed],
            ..Self::required(today)
        }
    }
}
