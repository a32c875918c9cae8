//! The error for a method that the client's roles do not allow.

use std::fmt;

use crate::meta::role::{Role, names};

/// None of the client's roles may call the method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingRole {
    pub(crate) required: &'static [Role],
    pub(crate) held: Box<[Role]>,
}

impl MissingRole {
    /// The roles that may call the method.
    #[must_use]
    pub fn required(&self) -> &'static [Role] {
        self.required
    }

    /// The roles of the client.
    #[must_use]
    pub fn held(&self) -> &[Role] {
        &self.held
    }
}

impl fmt::Display for MissingRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = if self.held.is_empty() { "none".to_owned() } else { names(&self.held) };
        write!(f, "requires one of {}; this client has {held}", names(self.required))
    }
}
