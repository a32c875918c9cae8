//! The error for a value that does not decode.

use std::fmt;

use super::text::Escaped;

/// A value in JSON does not decode: its path, and the reason. Neither contains the value, which could be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
}

impl DecodeError {
    pub(crate) fn new(path: String, reason: impl Into<String>) -> Self {
        Self { path, reason: reason.into() }
    }

    /// The path of the value: `result[3].created`; empty for the outer value.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The expected value and the kind of value found: `expected a whole number, found a string`.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// Formats the path and the reason: `result[3].created: expected a date such as 2026-01-31, found a number`.
impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", Escaped(&self.path))?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for DecodeError {}
