//! Requests that are refused on this side, before anything is sent.

use std::fmt;

use crate::called::Called;
use crate::role::names;
use crate::{MethodMeta, Role, Violations};

/// A request that breaks rules of its parameters.
pub struct InvalidRequest {
    pub(crate) method: Called,
    pub(crate) violations: Violations,
}

impl InvalidRequest {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method.name
    }

    /// All broken rules, in the order of the parameters.
    #[must_use]
    pub fn violations(&self) -> &Violations {
        &self.violations
    }
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the request is not valid and was not sent:\n{}", self.method.name, self.violations)
    }
}

impl fmt::Debug for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidRequest")
            .field("method", &self.method.name)
            .field("violations", &self.violations)
            .finish()
    }
}

impl std::error::Error for InvalidRequest {}

/// A method that the client's roles do not allow.
pub struct Forbidden {
    pub(crate) method: &'static MethodMeta,
    pub(crate) held: Box<[Role]>,
}

impl Forbidden {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        self.method.name
    }

    /// The roles of which one is needed.
    #[must_use]
    pub fn needed(&self) -> &'static [Role] {
        self.method.roles.unwrap_or_default()
    }

    /// The roles that the client was told it has.
    #[must_use]
    pub fn held(&self) -> &[Role] {
        &self.held
    }
}

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = if self.held.is_empty() { "none".to_owned() } else { names(&self.held) };
        write!(
            f,
            "{}: the client's roles do not allow this method, so nothing was sent; \
             needed is one of {}, the client has {held}",
            self.method.name,
            names(self.needed()),
        )
    }
}

impl fmt::Debug for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Forbidden")
            .field("method", &self.method.name)
            .field("needed", &self.needed())
            .field("held", &self.held)
            .finish()
    }
}

impl std::error::Error for Forbidden {}
