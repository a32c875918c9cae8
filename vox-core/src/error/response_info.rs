//! The response that an error is about.

use std::fmt;
use std::time::Duration;

use http::StatusCode;
use jiff::Timestamp;

use super::text::Escaped;

/// What an error keeps of a response.
pub(crate) struct ResponseInfo {
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    /// The encoding of a body that is compressed, though the request does not allow that.
    pub(crate) encoding: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// The server's clock.
    pub(crate) date: Option<Timestamp>,
    /// Empty where it was larger than the client takes.
    pub(crate) body: Vec<u8>,
}

/// `HTTP 502 Bad Gateway, text/html`
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

/// Without the body, which may hold secrets.
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
