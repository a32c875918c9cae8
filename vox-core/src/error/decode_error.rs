//! An answer that does not have the expected form.

use std::fmt;

use ::http::StatusCode;
use bytes::Bytes;

use super::Tries;
use crate::Kind;
use crate::called::Called;

/// The API carried the request out, but its answer does not have the form that the response's type expects.
pub struct DecodeError {
    pub(crate) method: Called,
    pub(crate) tries: Tries,
    pub(crate) status: StatusCode,
    pub(crate) path: String,
    pub(crate) reason: String,
    pub(crate) body: Bytes,
}

impl DecodeError {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Where in the answer: `result[3].created`; empty for the answer as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was expected and what kind of thing was found, without the value itself.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The answer's raw body. It may hold secrets: think before you log it.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.method.name)?;
        f.write_str(match self.method.kind {
            // The caller must not take this for a failure of the operation and repeat it.
            Kind::Write => " was carried out, but its answer does not decode",
            Kind::Read => ": the answer does not decode",
        })?;
        if !self.path.is_empty() {
            write!(f, " at `{}`", self.path)?;
        }
        let (status, length) = (self.status.as_u16(), self.body.len());
        write!(f, ": {} (HTTP {status}, {length} bytes){}", self.reason, self.tries)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("method", &self.method.name)
            .field("attempts", &self.tries.count)
            .field("status", &self.status.as_u16())
            .field("path", &self.path)
            .field("reason", &self.reason)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

impl std::error::Error for DecodeError {}
