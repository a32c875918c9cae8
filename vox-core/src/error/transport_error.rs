//! Requests that were lost on the way.

use std::error::Error as StdError;
use std::fmt;

use super::Tries;
use crate::Kind;
use crate::called::Called;

/// No connection was ready, or the time ran out before one was: the request surely did not arrive.
///
/// `Display` names the host and the innermost cause; `source` is the error of the transport.
pub struct NotSent {
    pub(crate) method: Called,
    /// Where it would have gone or went, where that is known.
    pub(crate) host: Option<Box<str>>,
    pub(crate) tries: Tries,
    pub(crate) cause: Box<dyn StdError + Send + Sync>,
}

/// The request was sent, maybe in part, but no whole answer came back: a timeout, or a connection that broke.
///
/// `Display` names the host and the innermost cause; `source` is the error of the transport.
pub struct NoAnswer {
    pub(crate) method: Called,
    /// Where it would have gone or went, where that is known.
    pub(crate) host: Option<Box<str>>,
    pub(crate) tries: Tries,
    pub(crate) cause: Box<dyn StdError + Send + Sync>,
}

impl NotSent {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// The host that was called; none for a request that never had its turn, and for a transport of your own.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }
}

impl NoAnswer {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// The host that was called; none for a request that never had its turn, and for a transport of your own.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
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

/// ` to ` and the host, where there is one.
struct To<'h>(Option<&'h str>);

impl fmt::Display for To<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |host| write!(f, " to {host}"))
    }
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (to, cause) = (To(self.host()), root_cause(self.cause.as_ref()));
        write!(f, "{}: the request{to} was not sent: {cause}{}", self.method.name, self.tries)
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (to, cause) = (To(self.host()), root_cause(self.cause.as_ref()));
        write!(f, "{}: no whole answer to the request{to}: {cause}{}", self.method.name, self.tries)?;
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
            .field("host", &self.host)
            .field("attempts", &self.tries.count)
            .field("cause", &self.cause)
            .finish()
    }
}

impl fmt::Debug for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoAnswer")
            .field("method", &self.method.name)
            .field("host", &self.host)
            .field("attempts", &self.tries.count)
            .field("cause", &self.cause)
            .finish()
    }
}

impl StdError for NotSent {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self.cause.as_ref())
    }
}

impl StdError for NoAnswer {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self.cause.as_ref())
    }
}
