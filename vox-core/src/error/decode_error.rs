//! A value that is not of its type.

use std::fmt;

use super::text::Escaped;

/// Where JSON does not have the expected form, and why. Neither shows a value, which could be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
}

impl DecodeError {
    pub(crate) fn new(path: String, reason: impl Into<String>) -> Self {
        Self { path, reason: reason.into() }
    }

    /// The place: `result[3].created`; empty for the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was expected and what kind of thing was found, without the value itself.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// `result[3].created: expected a date such as 2026-01-31, found a number`
impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", Escaped(&self.path))?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for DecodeError {}
