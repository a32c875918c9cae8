//! Bounds of numbers.

use std::fmt;

use rust_decimal::Decimal;

/// A bound of a number, exact.
///
/// ```
/// use vox_core::rules::Bound;
///
/// assert_eq!(Bound::Whole(1000).to_string(), "1000");
/// assert_eq!(Bound::Exact("0.50").to_string(), "0.50");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A whole number.
    Whole(i64),
    /// Any other number, as its text.
    Exact(&'static str),
}

impl Bound {
    /// The bound as a decimal; none where it has more digits than one can hold, which the derive refuses.
    #[must_use]
    pub fn to_decimal(self) -> Option<Decimal> {
        match self {
            Self::Whole(number) => Some(number.into()),
            Self::Exact(text) => Decimal::from_str_exact(text).ok(),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => number.fmt(f),
            Self::Exact(text) => text.fmt(f),
        }
    }
}
