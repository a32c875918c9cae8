//! The errors of the API.

use std::fmt;

use super::ErrorCode;
use super::text::Escaped;

/// An error of the API: it rejected the request, or failed (codes below 100).
#[derive(Debug)]
pub struct ApiError {
    pub(crate) detail: ErrorDetail,
    pub(crate) errors: Vec<ErrorDetail>,
    /// Whether the same response also holds a result.
    pub(crate) has_result: bool,
    /// Whether the response is not complete JSON.
    pub(crate) is_cut_off: bool,
}

/// The code and the message of an API error.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The API's code; 0 if it cannot be read.
    pub code: ErrorCode,
    /// The API's message; may be empty.
    pub message: String,
}

impl ApiError {
    /// The API's code; 0 if it cannot be read.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.detail.code
    }

    /// The API's message; may be empty.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.detail.message
    }

    /// The other errors, if the API sent several (`errors`); usually empty.
    #[must_use]
    pub fn errors(&self) -> &[ErrorDetail] {
        &self.errors
    }

    /// The codes of all errors.
    pub(crate) fn codes(&self) -> impl Iterator<Item = ErrorCode> {
        std::iter::once(&self.detail).chain(&self.errors).map(|detail| detail.code)
    }

    /// Whether a code states that the API failed, or cannot be read.
    pub(crate) fn is_failure(&self) -> bool {
        self.codes().any(ErrorCode::is_failure)
    }
}

impl fmt::Display for ErrorDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = Escaped(self.message.trim_end_matches('.'));
        match (self.message.is_empty(), self.code.code()) {
            (true, 0) => f.write_str("no message and no readable code"),
            (false, 0) => write!(f, "{message} (no readable code)"),
            (true, _) => write!(f, "code {}", self.code),
            (false, _) => write!(f, "{message} (code {})", self.code),
        }
    }
}

/// Formats the main error, without the call.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failed = if self.is_failure() { "the API failed" } else { "the API rejected the request" };
        write!(f, "{failed}: {}", self.detail)
    }
}
