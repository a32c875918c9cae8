//! Requests that were lost on the way.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::text::HumanDuration;

/// The request or its response was lost: no connection, a broken one, a timeout.
///
/// Any error converts into one of unknown effect. With your own HTTP client, use [`not_sent`](Self::not_sent) if nothing
/// was sent.
#[derive(Debug)]
pub struct TransportError {
    is_not_sent: bool,
    /// Whether a retry would meet the same error.
    is_permanent: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// The request was never sent, not even in part: the connection failed, or the deadline passed first.
    pub fn not_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { is_not_sent: true, is_permanent: false, source: source.into() }
    }

    /// The request may have been sent, at least in part, and no complete response came.
    pub fn unknown(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { is_not_sent: false, is_permanent: false, source: source.into() }
    }

    /// The same error, of a request that was certainly not sent.
    #[cfg(feature = "client")]
    pub(crate) fn into_not_sent(self) -> Self {
        Self { is_not_sent: true, ..self }
    }

    /// The same error, of a request that was sent.
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

    /// Whether a retry would meet the same error.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        self.is_permanent
    }

    /// The timeout of the client that ran out, if one did.
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

/// The innermost cause, which libraries wrap in texts like "error sending request".
impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(root_cause(self.source.as_ref()), f)
    }
}

/// The innermost error, which names the real cause.
pub(crate) fn root_cause<'e>(error: &'e (dyn StdError + 'static)) -> &'e (dyn StdError + 'static) {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause
}

/// A timeout of the client that ran out: the cause of a [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeout {
    pub(crate) kind: TimeoutKind,
    pub(crate) after: Duration,
}

impl Timeout {
    /// Which timeout it is.
    #[must_use]
    pub fn kind(&self) -> TimeoutKind {
        self.kind
    }

    /// How long it is.
    #[must_use]
    pub fn after(&self) -> Duration {
        self.after
    }
}

/// The client's timeouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// Of the whole call.
    Call,
    /// Of the whole call, while it waited for its turn among the requests in flight.
    Queue,
    /// Of connecting.
    Connect,
    /// Of silence, before the response and between its pieces.
    Read,
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
            TimeoutKind::Read => write!(f, "the read timeout has passed: nothing arrived for {after}"),
        }
    }
}

impl StdError for Timeout {}
