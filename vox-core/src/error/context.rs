//! The call that an error belongs to.

use std::borrow::Cow;
use std::time::Duration;

use jiff::SignedDuration;

use crate::meta::Kind;

/// The call that an [`Error`](crate::Error) belongs to: the same for every kind of error.
#[derive(Debug, Clone, Default)]
pub struct CallContext {
    pub(crate) method: Option<(Cow<'static, str>, Kind)>,
    pub(crate) caller: Option<Box<str>>,
    pub(crate) host: Option<Box<str>>,
    pub(crate) proxy: Option<Box<str>>,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    /// By how much the server's clock is ahead of this machine's, where it matters.
    pub(crate) skew: Option<SignedDuration>,
}

impl CallContext {
    /// The method's name; `None` for an error outside of a call, such as one of the configuration.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.method.as_ref().map(|(name, _)| name.as_ref())
    }

    /// Whether the method reads or changes something.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.method.as_ref().map(|&(_, kind)| kind)
    }

    /// Whose credentials the call uses, in words, without the secret; `None` where it has none, and for an HTTP client of your
    /// own.
    #[must_use]
    pub fn caller(&self) -> Option<&str> {
        self.caller.as_deref()
    }

    /// The host that was called; `None` if no attempt was made, and for your own HTTP client.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// The host of the proxy that the environment names for the call, if one does.
    #[must_use]
    pub fn proxy(&self) -> Option<&str> {
        self.proxy.as_deref()
    }

    /// The number of attempts: 1 for a call without retries, 0 if none was made (the request was invalid, or
    /// the deadline passed before its turn). An HTTP client of your own counts as one attempt.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How long the call took, retries and pauses included.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// By how much the server's clock is ahead of this machine's (negative: behind), where clock skew may be the cause.
    #[must_use]
    pub fn clock_skew(&self) -> Option<SignedDuration> {
        self.skew
    }
}
