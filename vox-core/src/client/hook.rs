//! Hooks: observers of calls, for a program's own metrics and logs.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::RawResponse;
use crate::auth::BaseUrl;
use crate::error::{Effect, Error, ErrorCode};
use crate::meta::Kind;
use crate::response::MethodInfo;

/// Observes every attempt of a call, before and after, and the end of the call: for metrics and audit logs.
///
/// Every call that is awaited ends exactly once: with a success, with an error, or because it was dropped. A
/// call that is rejected before sending (an invalid request, a missing role) ends too.
///
/// The functions run in the task of the call, so they should be quick: count, record a time, send to a channel. A panic is not
/// caught and ends the call. If a call is dropped during an attempt, `after` is not
/// called, but `end` is.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use vox_core::{ApiKey, Client, Effect, Hook};
/// use vox_core::client::{Attempt, CallEnd, AttemptOutcome};
///
/// #[derive(Default)]
/// struct Failures(AtomicU64);
///
/// impl Hook for Failures {
///     fn after(&self, attempt: &Attempt<'_>, outcome: &AttemptOutcome<'_>) {
///         if let Some(error) = outcome.error() {
///             self.0.fetch_add(1, Ordering::Relaxed);
///             eprintln!("attempt {} at {}: {error}", attempt.number(), attempt.host());
///         }
///     }
///
///     fn end(&self, call: &CallEnd<'_>) {
///         if call.effect() == Effect::Unknown {
///             eprintln!("{}: check what happened", call.method());
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

    /// An attempt ended, with a response or an error.
    fn after(&self, attempt: &Attempt<'_>, outcome: &AttemptOutcome<'_>) {
        let _ = (attempt, outcome);
    }

    /// The call has ended, and its response, if it has a typed one, was decoded.
    fn end(&self, call: &CallEnd<'_>) {
        let _ = call;
    }
}

/// An attempt of a call: the first, or a retry.
pub struct Attempt<'a> {
    pub(super) method: &'a MethodInfo,
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

    /// The number of the attempt in its call; 1 for the first.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The host of the request; an IPv6 address in brackets. In [`Hook::after`], that of the last request of a download that was
    /// redirected.
    #[must_use]
    pub fn host(&self) -> &str {
        self.address.host()
    }

    /// The port of the request, as for [`host`](Self::host).
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
pub struct AttemptOutcome<'a> {
    pub(super) elapsed: Duration,
    pub(super) bytes: usize,
    pub(super) result: Result<&'a RawResponse, &'a Error>,
}

impl AttemptOutcome<'_> {
    /// How long the attempt took, from the request to the last byte of the response.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The HTTP status, if there was a response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self.result {
            Ok(response) => Some(response.status()),
            Err(error) => error.status(),
        }
    }

    /// The API's error code, if it rejected the request.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.error().and_then(Error::code)
    }

    /// The error. Decoding comes later, so a response that does not decode is not an error here; see [`Hook::end`].
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.result.err()
    }

    /// The length of the response body; 0 if there was no complete response, and for a file that is read after the call.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

impl fmt::Debug for AttemptOutcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttemptOutcome")
            .field("elapsed", &self.elapsed)
            .field("bytes", &self.bytes)
            .field("result", &self.result)
            .finish()
    }
}

/// How a call ended.
pub struct CallEnd<'a> {
    pub(super) method: &'a MethodInfo,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
    pub(super) result: CallResult<'a>,
}

/// The result of a call.
#[derive(Debug, Clone, Copy)]
pub(super) enum CallResult<'a> {
    Success,
    Error(&'a Error),
    /// The future was dropped before the call had a result.
    Dropped(Effect),
}

impl CallEnd<'_> {
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

    /// The number of attempts.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How long the call took, retries and pauses included.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The error of the call; `None` for a success and for a dropped call.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        match self.result {
            CallResult::Error(error) => Some(error),
            CallResult::Success | CallResult::Dropped(_) => None,
        }
    }

    /// Whether the future was dropped before the call had a result: a `select!` or a timeout around it.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        matches!(self.result, CallResult::Dropped(_))
    }

    /// The effect of the call at the API: `Done` for a successful write, otherwise as [`Error::effect`]. The effect of a write
    /// that was dropped while its request was being sent or had no response yet is unknown. A read has no effect.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self.result {
            CallResult::Success if self.method.kind == Kind::Write => Effect::Done,
            CallResult::Success => Effect::None,
            CallResult::Error(error) => error.effect(),
            CallResult::Dropped(effect) => effect,
        }
    }
}

impl fmt::Debug for CallEnd<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallEnd")
            .field("method", &self.method.name)
            .field("attempts", &self.attempts)
            .field("elapsed", &self.elapsed)
            .field("result", &self.result)
            .finish()
    }
}
