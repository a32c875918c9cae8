//! The error for a request without a complete response.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::text::HumanDuration;

/// There is no complete response: connecting failed, the connection broke, or a timeout passed.
///
/// Any error converts into a `TransportError` for a request that may have been sent. With your own HTTP client, use
/// [`not_sent`](Self::not_sent) if nothing was sent.
#[derive(Debug)]
pub struct TransportError {
    is_not_sent: bool,
    is_permanent: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// The request was never sent, not even in part: the connection failed, or the deadline passed first.
    pub fn not_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { is_not_sent: true, is_permanent: false, source: source.into() }
    }

    /// The request may have been sent, at least in part, and there is no complete response.
    pub fn unknown(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { is_not_sent: false, is_permanent: false, source: source.into() }
    }

    /// Marks the request as certainly not sent.
    #[cfg(feature = "client")]
    pub(crate) fn into_not_sent(self) -> Self {
        Self { is_not_sent: true, ..self }
    }

    /// Marks the request as perhaps sent.
    #[cfg(feature = "client")]
    pub(crate) fn into_unknown(self) -> Self {
        Self { is_not_sent: false, ..self }
    }

    /// Marks the error as permanent: a retry would fail in the same way, as with a certificate that is not trusted.
    #[must_use]
    pub fn permanent(self) -> Self {
        Self { is_permanent: true, ..self }
    }

    /// Whether the request was certainly not sent.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        self.is_not_sent
    }

    /// Whether a retry would fail with the same error.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        self.is_permanent
    }

    /// The timeout that passed, if that is the cause.
    #[must_use]
    pub fn timeout(&self) -> Option<&Timeout> {
        root_cause(self.source.as_ref()).downcast_ref()
    }

    pub(super) fn source(&self) -> &(dyn StdError + 'static) {
        self.source.as_ref()
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for TransportError {
    fn from(error: E) -> Self {
        Self::unknown(error)
    }
}

/// Formats the innermost cause, which libraries wrap in messages such as "error sending request".
impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(root_cause(self.source.as_ref()), f)
    }
}

/// The innermost error, which is the actual cause.
pub(crate) fn root_cause<'e>(error: &'e (dyn StdError + 'static)) -> &'e (dyn StdError + 'static) {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause
}

/// A timeout of the client has passed: the cause of a [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeout {
    pub(crate) kind: TimeoutKind,
    pub(crate) after: Duration,
}

impl Timeout {
    /// The timeout that passed.
    #[must_use]
    pub fn kind(&self) -> TimeoutKind {
        self.kind
    }

    /// The duration of the timeout.
    #[must_use]
    pub fn after(&self) -> Duration {
        self.after
    }
}

/// The client's timeouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// The timeout of the whole call.
    Call,
    /// The timeout of the whole call, while it waited because too many requests were in flight.
    Queue,
    /// The timeout of connecting.
    Connect,
    /// The timeout of waiting for the response, or for more data of it.
    Read,
    /// The timeout of waiting for a report.
    Report,
}

impl fmt::Display for Timeout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = HumanDuration(self.after);
        match self.kind {
            TimeoutKind::Call => write!(f, "the call's timeout of {after} has passed"),
            TimeoutKind::Queue => {
                write!(f, "the call's timeout of {after} passed while it waited for its turn")
            }
            TimeoutKind::Connect => write!(f, "the connect timeout of {after} has passed"),
            TimeoutKind::Report => {
                write!(f, "the report is not complete after {after}, but may still become complete")
            }
            TimeoutKind::Read => write!(f, "the read timeout has passed: nothing arrived for {after}"),
        }
    }
}

impl StdError for Timeout {}
