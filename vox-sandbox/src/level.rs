//! How faithfully a method is played.

use std::fmt;

/// How the sandbox plays a method. Each response of a known method states it in the header `X-Vox-Sandbox`, as in `sample; 0.1.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// A handler keeps state: what one request changes, the next one sees.
    Stateful,
    /// The response is a sample: plausible, complete, and a function of the seed, the parameters and the clock. Nothing is
    /// changed.
    Sample,
    /// The response is one that the program [set](crate::Responses).
    Custom,
    /// Requests are rejected with the reason.
    Rejected,
}

impl Level {
    /// `stateful`, `sample`, `custom` or `rejected`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stateful => "stateful",
            Self::Sample => "sample",
            Self::Custom => "custom",
            Self::Rejected => "rejected",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
