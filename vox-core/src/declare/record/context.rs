//! The path and the reason of a decoding error.

use std::fmt::Write as _;

use serde::de::Error;

/// Collects the path of a value that does not decode, and the reason.
///
/// An implementation of [`FieldValue`](crate::value::FieldValue) passes it to the types it contains, and creates its errors
/// with [`unexpected`](Self::unexpected).
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
    /// A member of a map. Its name is a value of the response, so it is not shown.
    Entry,
}

impl DecodeContext {
    /// A context in which a value that does not decode counts as absent.
    pub(crate) fn lenient() -> Self {
        Self { is_lenient: true, ..Self::default() }
    }

    /// Creates the error for a value of another kind: `expected a whole number, found a string`. Neither part may contain the
    /// value, as it could be a secret.
    #[cold]
    pub fn unexpected<E: Error>(&mut self, expected: &str, found: &str) -> E {
        self.fail(format!("expected {expected}, found {found}"))
    }

    #[cold]
    pub(super) fn fail<E: Error>(&mut self, reason: String) -> E {
        self.path.clear();
        self.reason = Some(reason);
        // This message is never shown: `failure` returns the reason.
        E::custom("a value does not decode")
    }

    /// Adds a field to the path of an error.
    #[cold]
    pub(super) fn in_field(&mut self, name: &'static str) {
        self.path.push(Step::Field(name));
    }

    /// Adds a list item to the path of an error.
    #[cold]
    pub(super) fn in_item(&mut self, index: usize) {
        self.path.push(Step::Item(index));
    }

    /// Adds the value of a map to the path of an error.
    #[cold]
    pub(super) fn in_entry(&mut self) {
        self.path.push(Step::Entry);
    }

    /// Whether decoding continues after an error: it is lenient, and the value was read to its end. An error in the syntax of
    /// the JSON has no reason here.
    #[cold]
    pub(super) fn recovers(&mut self) -> bool {
        let recovers = self.is_lenient && self.reason.take().is_some();
        if recovers {
            self.path.clear();
        }
        recovers
    }

    /// Takes the path and the reason of an error; an error of the JSON parser has no reason.
    #[cold]
    pub(crate) fn failure(&mut self) -> (String, Option<String>) {
        let mut path = String::new();
        for step in self.path.drain(..).rev() {
            // Writing to a `String` cannot fail.
            let _ = match step {
                Step::Field(name) if path.is_empty() => write!(path, "{name}"),
                Step::Field(name) => write!(path, ".{name}"),
                Step::Item(index) => write!(path, "[{index}]"),
                Step::Entry => write!(path, "[*]"),
            };
        }
        (path, self.reason.take())
    }
}
