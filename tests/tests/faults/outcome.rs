//! What came of a call.

use std::error::Error as _;
use std::time::Duration;

use vox_accounts::vox_core::Error;
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
    /// The variant's name.
    pub variant: &'static str,
    /// `status()`.
    pub status: Option<u16>,
    /// `was_sent()`.
    pub was_sent: bool,
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
        let variant = match error {
            Error::Invalid(_) => "Invalid",
            Error::Forbidden(_) => "Forbidden",
            Error::Config(_) => "Config",
            Error::NotSent(_) => "NotSent",
            Error::NoAnswer(_) => "NoAnswer",
            Error::Api(_) => "Api",
            Error::UnexpectedReply(_) => "UnexpectedReply",
            Error::Decode(_) => "Decode",
            other => panic!("a variant that nobody knows: {other:?}"),
        };
        let causes = std::iter::successors(error.source(), |&cause| cause.source());
        let causes: Vec<_> = causes.map(|cause| format!("\n{cause}\n{cause:?}")).collect();
        Self {
            variant,
            status: error.status().map(|status| status.as_u16()),
            was_sent: error.was_sent(),
            is_retryable: error.is_retryable(),
            attempts: error.attempts(),
            retry_after: error.retry_after(),
            text: error.to_string(),
            debug: format!("{error:?}{}", causes.concat()),
        }
    }
}

impl Told {
    /// Whether the text says that the money may have moved.
    pub(crate) fn warns(&self) -> bool {
        ["may have been carried out", "was carried out, but"].iter().any(|words| self.text.contains(words))
    }

    /// Whether the text says that it did not.
    pub(crate) fn reassures(&self) -> bool {
        let surely = ["was not sent", "was not carried out"].iter().any(|words| self.text.contains(words));
        surely || (self.text.contains("the API refused the request") && !self.warns())
    }
}
