//! The error for a value that does not decode.

use std::fmt;

use super::text::Escaped;

/// A value in JSON does not decode: its path, and the reason. Neither contains the value, which could be a secret.
// Boxed, so that the `Result` of each field stays small.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Details>);

#[derive(Clone, PartialEq, Eq)]
struct Details {
    path: String,
    reason: String,
    /// Whether the parser failed, so that nothing can be read after the value.
    is_of_parser: bool,
}

impl DecodeError {
    #[cold]
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self(Box::new(Details { path: String::new(), reason: reason.into(), is_of_parser: false }))
    }

    /// Creates the error for a value of another kind: `expected a whole number, found a string`. Neither part may contain the
    /// value, as it could be a secret.
    ///
    /// The types that contain the value add its path.
    #[cold]
    #[must_use]
    pub fn unexpected(expected: &str, found: &str) -> Self {
        Self::new(format!("expected {expected}, found {found}"))
    }

    /// The parser did not accept a value.
    #[cold]
    pub(crate) fn of_parser() -> Self {
        let mut error =
            Self::new("expected another value, found a number out of range, or one nested too deeply");
        error.0.is_of_parser = true;
        error
    }

    /// Whether the value was read to its end, so that reading can continue after it.
    pub(crate) fn was_read_to_its_end(&self) -> bool {
        !self.0.is_of_parser
    }

    /// The error of a value that contains the value, as a field.
    #[cold]
    pub(crate) fn in_field(mut self, name: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, name);
        self
    }

    /// The error of a list that contains the value.
    #[cold]
    pub(crate) fn in_item(mut self, index: usize) -> Self {
        self.in_brackets(&index.to_string());
        self
    }

    /// The error of a map that contains the value. The name of a member is a value of the response, so it is not shown.
    #[cold]
    pub(crate) fn in_member(mut self) -> Self {
        self.in_brackets("*");
        self
    }

    fn in_brackets(&mut self, index: &str) {
        let path = &mut self.0.path;
        let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
        path.insert_str(0, &format!("[{index}]{dot}"));
    }

    /// The path of the value: `result[3].created`; empty for the outer value.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The expected value and the kind of value found: `expected a whole number, found a string`.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.0.reason
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError").field("path", &self.path()).field("reason", &self.reason()).finish()
    }
}

/// Formats the path and the reason: `result[3].created: expected a date such as 2026-01-31, found a number`.
impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path().is_empty() {
            write!(f, "{}: ", Escaped(self.path()))?;
        }
        f.write_str(self.reason())
    }
}

impl std::error::Error for DecodeError {}
