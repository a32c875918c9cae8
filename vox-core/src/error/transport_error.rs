//! Requests that were lost on the way.

use std::error::Error as StdError;
use std::fmt;

use super::Tries;
use crate::Kind;
use crate::called::Called;

/// No connection was ready, or the time ran out before one was: the request surely did not arrive.
///
/// `Display` names the [`cause`](NotSent::cause), so `source` does not repeat it.
pub struct NotSent {
    pub(crate) method: Called,
    pub(crate) tries: Tries,
    pub(crate) cause: Box<dyn StdError + Send + Sync>,
}

/// The request was sent, maybe in part, but no whole answer came back: a timeout, or a connection that broke.
///
/// `Display` names the [`cause`](NoAnswer::cause), so `source` does not repeat it.
pub struct NoAnswer {
    pub(crate) method: Called,
    pub(crate) tries: Tries,
    pub(crate) cause: Box<dyn StdError + Send + Sync>,
}

impl NotSent {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// The error of the transport, with its own sources.
    #[must_use]
    pub fn cause(&self) -> &(dyn StdError + 'static) {
        self.cause.as_ref()
    }
}

impl NoAnswer {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// The error of the transport, with its own sources.
    #[must_use]
    pub fn cause(&self) -> &(dyn StdError + 'static) {
        self.cause.as_ref()
    }
}

/// The innermost error, which names the real cause: libraries wrap it in texts like "error sending request".
pub(crate) fn root_cause<'e>(error: &'e (dyn StdError + 'static)) -> &'e (dyn StdError + 'static) {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cause = root_cause(self.cause());
        write!(f, "{}: the request was not sent: {cause}{}", self.method.name, self.tries)
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cause = root_cause(self.cause());
        write!(f, "{}: no whole answer to the request: {cause}{}", self.method.name, self.tries)?;
        match self.method.kind {
            Kind::Write => f.write_str("; it may have been carried out: look before you send it again"),
            Kind::Read => Ok(()),
        }
    }
}

impl fmt::Debug for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotSent")
            .field("method", &self.method.name)
            .field("attempts", &self.tries.count)
            .field("cause", &self.cause)
            .finish()
    }
}

impl fmt::Debug for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoAnswer")
            .field("method", &self.method.name)
            .field("attempts", &self.tries.count)
            .field("cause", &self.cause)
            .finish()
    }
}

impl StdError for NotSent {}

impl StdError for NoAnswer {}
