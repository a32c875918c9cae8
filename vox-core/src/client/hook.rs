//! What a program sees of its calls, for metrics and logs of its own.

use std::fmt;
use std::time::Duration;

use ::http::StatusCode;

use super::RawAnswer;
use crate::auth::BaseUrl;
use crate::called::Called;
use crate::{Error, ErrorCode, Kind};

/// Sees each attempt of each call, before and after: for metrics.
///
/// Both functions run in the call's own task, so they should be quick: count, note a time, send into a channel. A panic
/// in one is not caught: it ends the call as any panic of its task would. Where a call is dropped during an attempt,
/// `after` does not come.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use vox_core::{ApiKey, Attempt, Client, Hook, Outcome};
///
/// #[derive(Default)]
/// struct Failures(AtomicU64);
///
/// impl Hook for Failures {
///     fn after(&self, attempt: &Attempt<'_>, outcome: &Outcome<'_>) {
///         if let Some(error) = outcome.error() {
///             self.0.fetch_add(1, Ordering::Relaxed);
///             eprintln!("attempt {} at {}: {error}", attempt.number(), attempt.host());
///         }
///     }
/// }
///
/// # fn main() -> Result<(), vox_core::ConfigError> {
/// let client = Client::builder().credentials(ApiKey::by_id(1, "the key")).hook(Failures::default()).build()?;
/// # Ok(()) }
/// ```
pub trait Hook: Send + Sync {
    /// A request is about to be sent.
    fn before(&self, attempt: &Attempt<'_>) {
        let _ = attempt;
    }

    /// An answer came, or an error in its place.
    fn after(&self, attempt: &Attempt<'_>, outcome: &Outcome<'_>) {
        let _ = (attempt, outcome);
    }
}

/// A request of a call: the first, or one that is sent again.
pub struct Attempt<'a> {
    pub(super) method: &'a Called,
    pub(super) number: u32,
    pub(super) address: &'a BaseUrl,
}

impl Attempt<'_> {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// Whether the method reads or changes something.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.method.kind
    }

    /// Which attempt of its call it is, from 1 on.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The host it goes to; an IPv6 address in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.address.host()
    }

    /// The port it goes to.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt")
            .field("method", &self.method.name)
            .field("number", &self.number)
            .field("host", &self.host())
            .finish_non_exhaustive()
    }
}

/// How an attempt ended.
pub struct Outcome<'a> {
    pub(super) elapsed: Duration,
    pub(super) bytes: usize,
    pub(super) result: Result<&'a RawAnswer, &'a Error>,
}

impl Outcome<'_> {
    /// How long the attempt took, from the request to the last byte of the answer.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The HTTP status, where an answer came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self.result {
            Ok(answer) => Some(answer.status()),
            Err(error) => error.status(),
        }
    }

    /// The API's error code, where it refused the request.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.error().and_then(Error::code)
    }

    /// What went wrong. An answer that does not decode comes after this: here it counts as good.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.result.err()
    }

    /// The length of the answer's body; 0 where no whole answer came.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

impl fmt::Debug for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("elapsed", &self.elapsed)
            .field("bytes", &self.bytes)
            .field("result", &self.result)
            .finish()
    }
}
