//! Rules of parameters: what is checked before anything is sent.
//!
//! Rules are declared (`#[param(min_len = 5)]`) and checked here, once for all methods. A [`Check`] is a rule
//! that a function decides. A [`RequestRule`] concerns several parameters.

mod bound;
mod check;
mod pattern;
mod request_rule;

pub use bound::Bound;
pub use check::{Check, EMAIL, JSON, PASSWORD, URL};
pub use pattern::{Pattern, PatternElement};
pub use request_rule::{RequestCheck, RequestRule};

/// A rule as data.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// At least this many characters.
    MinLen(usize),
    /// At most this many characters.
    MaxLen(usize),
    /// At most this many bytes, in UTF-8.
    MaxBytes(usize),
    /// The whole string matches.
    Pattern(&'static Pattern),
    /// Not below this number.
    Min(Bound),
    /// Not above this number.
    Max(Bound),
    /// At least this many items.
    MinItems(usize),
    /// At most this many items.
    MaxItems(usize),
    /// A function decides.
    Check(&'static Check),
    /// These rules hold for each item.
    Each(&'static [Rule]),
}
