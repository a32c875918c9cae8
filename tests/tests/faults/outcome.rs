//! What came of a call.

use std::error::Error as _;
use std::time::Duration;

use vox_accounts::vox_core::{Effect, Error, ErrorKind};
use vox_tests::faulty_server::Seen;

/// How long a fault lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lasts {
    /// For the first attempt only.
    Once,
    /// For all attempts.
    Always,
}

/// What came of a call.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What reached the server.
    pub seen: Seen,
    /// The attempts that the client made, by its own count.
    pub attempts: u32,
    /// The error, where there was one.
    pub error: Option<Told>,
    /// How long the call took.
    pub took: Duration,
    /// What came of a call after it, on the same client, when the server was in order again.
    pub afterwards: Result<(), String>,
}

/// What an error tells its caller.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The name of its kind; `not sent` and `lost` are both errors of the transport.
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
    /// `Debug`, and that of its causes.
    pub debug: String,
}

impl From<&Error> for Told {
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
            other => panic!("a kind that nobody knows: {other:?}"),
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

impl Told {
    /// Whether the request was certainly not sent.
    pub(crate) fn is_not_sent(&self) -> bool {
        self.kind == "Transport (not sent)"
    }

    /// What the text alone says about the effect.
    pub(crate) fn effect_by_text(&self) -> Option<Effect> {
        let says = |words: &str| self.text.contains(words);
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
