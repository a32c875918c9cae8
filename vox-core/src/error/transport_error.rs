//! Requests that were lost on the way.

use std::error::Error as StdError;
use std::fmt;

use crate::Kind;
use crate::called::Called;

/// No connection was made: the request surely did not arrive.
pub struct NotSent {
    pub(crate) method: Called,
    pub(crate) source: Box<dyn StdError + Send + Sync>,
}

/// The request was sent, maybe in part, but no whole answer came back: a timeout, or a connection that broke.
pub struct NoAnswer {
    pub(crate) method: Called,
    pub(crate) source: Box<dyn StdError + Send + Sync>,
}

impl NotSent {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method.name
    }
}

impl NoAnswer {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method.name
    }
}

/// The innermost error, which names the real cause: libraries wrap it in texts like "error sending request".
fn root_cause<'e>(error: &'e (dyn StdError + Send + Sync + 'static)) -> &'e (dyn StdError + 'static) {
    let mut cause: &(dyn StdError + 'static) = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the request was not sent: {}", self.method.name, root_cause(self.source.as_ref()))
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: no answer to the request: {}", self.method.name, root_cause(self.source.as_ref()))?;
        match self.method.kind {
            Kind::Write => f.write_str("; it may have been carried out: look before you send it again"),
            Kind::Read => Ok(()),
        }
    }
}

impl fmt::Debug for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotSent").field("method", &self.method.name).field("source", &self.source).finish()
    }
}

impl fmt::Debug for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoAnswer").field("method", &self.method.name).field("source", &self.source).finish()
    }
}

impl StdError for NotSent {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self.source.as_ref())
    }
}

impl StdError for NoAnswer {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self.source.as_ref())
    }
}
