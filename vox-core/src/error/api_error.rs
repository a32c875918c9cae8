//! The API refused a request.

use std::fmt;
use std::time::Duration;

use ::http::StatusCode;
use jiff::Timestamp;

use super::tries::Asked;
use super::{ErrorCode, Tries};
use crate::Kind;
use crate::called::Called;

/// The API's own error: it understood the request and refused it, or failed at it (codes below 100).
pub struct ApiError {
    pub(crate) method: Called,
    pub(crate) tries: Tries,
    pub(crate) status: StatusCode,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) fault: ApiFault,
    pub(crate) errors: Vec<ApiFault>,
    /// The server's clock, where it told.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) date: Option<Timestamp>,
    /// Whose credentials went with the request, where it is about credentials and they are known.
    pub(crate) caller: Option<Box<str>>,
}

/// One fault of a refused request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiFault {
    /// The API's code.
    pub code: ErrorCode,
    /// The API's text; may be empty.
    pub message: String,
}

impl ApiError {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// The API's code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.fault.code
    }

    /// The API's text; may be empty.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.fault.message
    }

    /// The list of all faults, where the API sent one beside the main error; usually empty.
    #[must_use]
    pub fn errors(&self) -> &[ApiFault] {
        &self.errors
    }

    /// The HTTP status; usually 200, also for errors.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// How long the server asked to wait (`Retry-After`, in seconds or as a date).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether the method may have had its effect nevertheless: the API also says in these words that it failed midway.
    fn may_have_worked(&self) -> bool {
        let failed = self.status.is_server_error() || self.fault.code.is_failure_of_the_api();
        self.method.kind == Kind::Write && failed && !self.fault.code.is_rate_limit()
    }
}

impl fmt::Display for ApiFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What the server wrote must not break a line of a log.
        let message = self.message.trim_end_matches('.').escape_debug();
        if self.message.is_empty() {
            write!(f, "code {}", self.code)
        } else {
            write!(f, "{message} (code {})", self.code)
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failed = self.fault.code.is_failure_of_the_api();
        let what = if failed { "the API failed" } else { "the API refused the request" };
        write!(f, "{}: {what}: {}{}", self.method.name, self.fault, self.tries)?;
        if let Some(hint) = self.fault.code.hint() {
            write!(f, "; {hint}")?;
        }
        write!(f, "{}", Asked(self.retry_after))?;
        if let Some(caller) = &self.caller {
            write!(f, "; called with {}", caller.escape_debug())?;
        }
        if self.may_have_worked() {
            if self.status.is_server_error() {
                write!(f, "; the server failed (HTTP {})", self.status.as_u16())?;
            }
            f.write_str("; the request may have been carried out: look before you send it again")?;
        }
        for fault in self.errors.iter().filter(|fault| **fault != self.fault) {
            write!(f, "\n- {fault}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("method", &self.method.name)
            .field("attempts", &self.tries.count)
            .field("status", &self.status.as_u16())
            .field("code", &self.fault.code)
            .field("message", &self.fault.message)
            .field("errors", &self.errors)
            .field("retry_after", &self.retry_after)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ApiError {}
