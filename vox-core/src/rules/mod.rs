//! Rules of parameters: what is checked before anything is sent.
//!
//! Rules are declared (`#[param(min_len = 5)]`) and checked here, once for all methods. A text that only a function
//! can judge is described by a [`Check`].

mod check;
mod pattern;
mod run;

pub use check::{Check, EMAIL, PASSWORD, URL};
pub use pattern::Pattern;
pub(crate) use run::{Items, Text};
pub use run::{check, max, max_items, max_len, min, min_items, min_len, pattern};

/// A rule as data.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// At least this many characters.
    MinLen(usize),
    /// At most this many characters.
    MaxLen(usize),
    /// The whole text matches.
    Pattern(&'static Pattern),
    /// Not below this number, kept as its text.
    Min(&'static str),
    /// Not above this number, kept as its text.
    Max(&'static str),
    /// At least this many items.
    MinItems(usize),
    /// At most this many items.
    MaxItems(usize),
    /// A function decides.
    Check(&'static Check),
}
