//! The outcome of a call.

use std::error::Error as _;
use std::time::Duration;

use vox_accounts::vox_core::{Effect, Error, ErrorKind};
use vox_tests::faulty_server::Traffic;

/// The attempts in which a fault occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Persistence {
    /// The first attempt only.
    Once,
    /// All attempts.
    Always,
}

/// The outcome of a call.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The connections and requests that reached the server.
    pub traffic: Traffic,
    /// The attempts that the client made, by its own count.
    pub attempts: u32,
    /// The error, if there was one.
    pub error: Option<ErrorReport>,
    /// The duration of the call.
    pub elapsed: Duration,
    /// The result of another call on the same client, after the fault was over.
    pub afterwards: Result<(), String>,
}

/// Everything that an error reports to its caller.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ErrorReport {
    /// The name of its kind.
    pub kind: &'static str,
    /// `status()`.
    pub status: Option<u16>,
    /// `effect()`.
    pub effect: Effect,
    /// `is_retryable()`.
    pub is_retryable: bool,
    /// `attempts()`.
    pub attempts: u32,
    /// `retry_after()`.
    pub retry_after: Option<Duration>,
    /// `Display`.
    pub text: String,
    /// `Debug`, and the output of its sources.
    pub debug: String,
}

impl From<&Error> for ErrorReport {
    fn from(error: &Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::Invalid(_) => "Invalid",
            ErrorKind::Forbidden(_) => "Forbidden",
            ErrorKind::Config(_) => "Config",
            ErrorKind::Transport(error) if error.is_not_sent() => "Transport (not sent)",
            ErrorKind::Transport(_) => "Transport",
            ErrorKind::Rejected(_) => "Rejected",
            ErrorKind::Unexpected(_) => "Unexpected",
            ErrorKind::Decode(_) => "Decode",
            other => panic!("unknown kind: {other:?}"),
        };
        let causes = std::iter::successors(error.source(), |&cause| cause.source());
        let causes: Vec<_> = causes.map(|cause| format!("\n{cause}\n{cause:?}")).collect();
        Self {
            kind,
            status: error.status().map(|status| status.as_u16()),
            effect: error.effect(),
            is_retryable: error.is_retryable(),
            attempts: error.attempts(),
            retry_after: error.retry_after(),
            text: error.to_string(),
            debug: format!("{error:?}{}", causes.concat()),
        }
    }
}

impl ErrorReport {
    /// Whether the request was certainly not sent.
    pub(crate) fn is_not_sent(&self) -> bool {
        self.kind == "Transport (not sent)"
    }

    /// The effect that the text alone states.
    pub(crate) fn effect_by_text(&self) -> Option<Effect> {
        let says = |message: &str| self.text.contains(message);
        match (says("the operation may have taken effect, so check before you retry"), says("succeeded, but"))
        {
            (true, false) => Some(Effect::Unknown),
            (false, true) => Some(Effect::Done),
            (false, false)
                if says("was not sent")
                    || says("the operation had no effect")
                    || says("the API rejected the request") =>
            {
                Some(Effect::None)
            }
            _ => None,
        }
    }
}
