//! What a call knows of its method.

use crate::{Kind, MethodMeta};

/// The method of a call, declared or not: what requests, answers and errors need of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Called {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
}

impl Called {
    /// A method that nobody has declared: it counts as one that changes something.
    #[cfg(feature = "client")]
    pub(crate) fn undeclared(name: &'static str) -> Self {
        Self { name, kind: Kind::Write }
    }
}

impl From<&MethodMeta> for Called {
    fn from(method: &MethodMeta) -> Self {
        Self { name: method.name, kind: method.kind }
    }
}
