//! Sessions of scenarios.

use jiff::{SignedDuration, Timestamp};
use vox_core::{Decimal, Secret};

/// How long a session and its phone call last.
const LENGTH: SignedDuration = SignedDuration::from_mins(1);

/// A run of the scenarios of a rule. The sandbox runs no code: each session makes one phone call.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// The id of the application, which may be deleted.
    pub(crate) application: u64,
    /// The full name that the application had.
    pub(crate) application_name: String,
    /// The name that the rule had.
    pub(crate) rule_name: String,
    /// The id of the user in whose name the scenarios run.
    pub(crate) user: Option<u64>,
    /// The name of the conference, if it is the session of one.
    pub(crate) conference: Option<String>,
    pub(crate) custom_data: Option<String>,
    pub(crate) initiator_address: String,
    /// The secret part of the URL that controls the session.
    pub(crate) token: Secret,
    /// In whole seconds, as the history shows it.
    pub(crate) started: Timestamp,
    pub(crate) call: PhoneCall,
    /// The id of the recording, unless it was deleted.
    pub(crate) recording: Option<u64>,
}

/// The phone call of a session.
#[derive(Debug, Clone)]
pub(crate) struct PhoneCall {
    pub(crate) id: u64,
    /// The id of the payment.
    pub(crate) transaction: u64,
    pub(crate) local_number: String,
    pub(crate) remote_number: String,
    /// The cost, which was paid when the session was started.
    pub(crate) cost: Decimal,
}

impl Session {
    /// The duration in seconds; `None` for a session that still runs.
    pub(crate) fn duration(&self, now: Timestamp) -> Option<u64> {
        let is_over = now.duration_since(self.started) >= LENGTH;
        u64::try_from(LENGTH.as_secs()).ok().filter(|_| is_over)
    }
}
