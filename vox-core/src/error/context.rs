//! The context of an error.

use std::borrow::Cow;
use std::time::Duration;

use jiff::SignedDuration;

use crate::meta::Kind;

/// The call that an [`Error`](crate::Error) belongs to: the same for every kind of error.
#[derive(Debug, Clone, Default)]
pub struct CallContext {
    pub(crate) method: Option<(Cow<'static, str>, Kind)>,
    pub(crate) credentials: Option<Box<str>>,
    pub(crate) host: Option<Box<str>>,
    pub(crate) proxy: Option<Box<str>>,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    /// By how much the server's clock is ahead of this machine's, if clock skew may be the cause.
    pub(crate) skew: Option<SignedDuration>,
    /// The report that was ordered before the call failed.
    pub(crate) report_id: Option<u64>,
    /// Whether the call is the download of a URL, not of a method.
    pub(crate) is_download: bool,
}

impl CallContext {
    pub(crate) fn new(method: impl Into<Cow<'static, str>>, kind: Kind, attempts: u32) -> Self {
        Self { method: Some((method.into(), kind)), attempts, ..Self::default() }
    }

    /// The method's name; `None` for an error outside of a call, such as a configuration error.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.method.as_ref().map(|(name, _)| name.as_ref())
    }

    /// Whether the method reads or changes something.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.method.as_ref().map(|&(_, kind)| kind)
    }

    /// A description of the credentials without the secret: `the API key of account 7`. `None` if none were sent, as with a
    /// download from another host than the vendor's, and for your own HTTP client.
    #[must_use]
    pub fn credentials(&self) -> Option<&str> {
        self.credentials.as_deref()
    }

    /// The host that the request was sent to; for a redirected download, the last one; `None` if no attempt was made, and for your
    /// own HTTP client.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// The host of the proxy that the environment sets for the call.
    #[must_use]
    pub fn proxy(&self) -> Option<&str> {
        self.proxy.as_deref()
    }

    /// The number of attempts: 1 for a call without retries, 0 if none was made (the request was invalid, or the deadline
    /// passed first). Your own HTTP client counts as one attempt.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The duration of the call, with its retries and pauses.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The id of the report that an earlier step had ordered: the error is one of waiting for it or of downloading it. Do not
    /// order it again; continue with `OrderedReport::new(id)`.
    #[must_use]
    pub fn report_id(&self) -> Option<u64> {
        self.report_id
    }

    /// By how much the server's clock is ahead of this machine's (negative: behind), if clock skew may be the cause.
    #[must_use]
    pub fn clock_skew(&self) -> Option<SignedDuration> {
        self.skew
    }
}
