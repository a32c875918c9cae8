//! An answer that is not the API's.

use std::fmt;
use std::time::Duration;

use ::http::StatusCode;
use bytes::Bytes;

use super::Tries;
use super::tries::Asked;
use crate::Kind;
use crate::called::Called;

/// An answer that the API itself would not give: a proxy's error page, a redirect, a body that is not JSON.
pub struct UnexpectedReply {
    pub(crate) method: Called,
    pub(crate) tries: Tries,
    pub(crate) problem: Problem,
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Bytes,
}

/// What is unexpected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The status is not one of success, and the body is no error of the API.
    Status,
    /// The body is not JSON, or ends in the middle of it.
    NotJson,
    /// The body is larger than the client takes; it was not kept.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    TooLarge {
        /// The most bytes that the client takes.
        limit: usize,
    },
}

impl UnexpectedReply {
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

    /// The content type, as the server wrote it.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The raw body; empty where it was larger than the client takes.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// How long the server asked to wait (`Retry-After`, in seconds or as a date).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// What to do about the status.
    fn hint(&self) -> Option<&'static str> {
        match self.status.as_u16() {
            300..=399 => Some("redirects are not followed: check the base URL"),
            401 | 403 | 407 => Some("something between here and the API wants other credentials"),
            404 | 405 => Some("check the base URL"),
            429 => Some("too many requests at a time: wait, then send fewer"),
            500..=599 => Some("the server failed"),
            _ => None,
        }
    }

    /// What is known of the effect that a method may have had nevertheless. Who redirects a request or refuses it does not
    /// carry it out.
    fn effect(&self) -> &'static str {
        let refused = self.status.is_redirection() || self.status.is_client_error();
        match self.method.kind {
            Kind::Read => "",
            Kind::Write if refused => "; the request was not carried out",
            Kind::Write => "; the request may have been carried out: look before you send it again",
        }
    }
}

impl fmt::Display for UnexpectedReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.method.name)?;
        match self.problem {
            Problem::Status => f.write_str("the answer is not the API's")?,
            Problem::NotJson => f.write_str("the answer is not JSON")?,
            Problem::TooLarge { limit } => write!(f, "the answer has more than the allowed {limit} bytes")?,
        }
        write!(f, ": HTTP {}", self.status)?;
        if let Some(content_type) = &self.content_type {
            write!(f, ", {}", content_type.escape_debug())?;
        }
        if !matches!(self.problem, Problem::TooLarge { .. }) {
            write!(f, ", {} bytes", self.body.len())?;
        }
        write!(f, "{}", self.tries)?;
        if let Some(hint) = self.hint() {
            write!(f, "; {hint}")?;
        }
        write!(f, "{}{}", Asked(self.retry_after), self.effect())
    }
}

impl fmt::Debug for UnexpectedReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnexpectedReply")
            .field("method", &self.method.name)
            .field("attempts", &self.tries.count)
            .field("problem", &self.problem)
            .field("status", &self.status.as_u16())
            .field("content_type", &self.content_type)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("retry_after", &self.retry_after)
            .finish()
    }
}

impl std::error::Error for UnexpectedReply {}
