//! The path of the value that is being decoded, and its error.

use std::fmt::Write as _;

use serde::de::Error;

/// Follows the decoding of a response: the path of a value that does not decode, and the reason.
///
/// Your own [`FieldValue`](crate::FieldValue) passes it on, and creates its errors with [`unexpected`](Self::unexpected).
#[derive(Debug, Default)]
pub struct DecodeContext {
    /// Whether a value that does not decode counts as absent.
    is_lenient: bool,
    reason: Option<String>,
    /// The path, innermost step first: the steps are added while the error returns.
    path: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl DecodeContext {
    /// A context in which a value that does not decode counts as absent.
    pub(crate) fn lenient() -> Self {
        Self { is_lenient: true, ..Self::default() }
    }

    /// The error for a value of another form: `expected a whole number, found a text`. Neither of the two may hold the value
    /// itself, as it could be a secret.
    #[cold]
    pub fn unexpected<E: Error>(&mut self, expected: &str, found: &str) -> E {
        self.fail(format!("expected {expected}, found {found}"))
    }

    #[cold]
    pub(super) fn fail<E: Error>(&mut self, reason: String) -> E {
        self.path.clear();
        self.reason = Some(reason);
        // The text is never shown: `failure` has the reason.
        E::custom("a value does not decode")
    }

    /// Adds the field in which an error arose.
    #[cold]
    pub(super) fn in_field(&mut self, name: &'static str) {
        self.path.push(Step::Field(name));
    }

    /// Adds the list item in which an error arose.
    #[cold]
    pub(super) fn in_item(&mut self, index: usize) {
        self.path.push(Step::Item(index));
    }

    /// Whether decoding continues after an error: it is lenient, and the error is about a value that has been read whole.
    /// An error of the JSON itself has no reason here.
    #[cold]
    pub(super) fn recovers(&mut self) -> bool {
        let recovers = self.is_lenient && self.reason.take().is_some();
        if recovers {
            self.path.clear();
        }
        recovers
    }

    /// The path and the reason of an error; no reason for an error of the JSON parser.
    #[cold]
    pub(crate) fn failure(&mut self) -> (String, Option<String>) {
        let mut path = String::new();
        for step in self.path.drain(..).rev() {
            // Writing to a `String` cannot fail.
            let _ = match step {
                Step::Field(name) if path.is_empty() => write!(path, "{name}"),
                Step::Field(name) => write!(path, ".{name}"),
                Step::Item(index) => write!(path, "[{index}]"),
            };
        }
        (path, self.reason.take())
    }
}
