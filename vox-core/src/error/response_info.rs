//! The response of a failed attempt.

use std::fmt;
use std::time::Duration;

use http::StatusCode;
use jiff::Timestamp;

use super::text::Escaped;

/// The parts of a response that an error keeps.
pub(crate) struct ResponseInfo {
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    /// The encoding of a compressed body, although the request does not accept any.
    pub(crate) encoding: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// The server's time.
    pub(crate) date: Option<Timestamp>,
    /// Empty if it was larger than the client accepts.
    pub(crate) body: Vec<u8>,
}

/// Formats the status and the type of the body: `HTTP 502 Bad Gateway, text/html`.
impl fmt::Display for ResponseInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP {}", self.status)?;
        if let Some(content_type) = &self.content_type {
            write!(f, ", {}", Escaped(content_type))?;
        }
        if let Some(encoding) = &self.encoding {
            write!(f, ", encoded as {}", Escaped(encoding))?;
        }
        Ok(())
    }
}

/// Omits the body, which may hold secrets.
impl fmt::Debug for ResponseInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status.as_u16())
            .field("content_type", &self.content_type)
            .field("retry_after", &self.retry_after)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
