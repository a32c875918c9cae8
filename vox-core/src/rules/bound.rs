//! Bounds of numbers.

use std::fmt;

use rust_decimal::Decimal;

/// A bound of a number, exact.
///
/// ```
/// use vox_core::rules::Bound;
///
/// assert_eq!(Bound::Whole(1000).to_string(), "1000");
/// assert_eq!(Bound::exact(5, 1).to_string(), "0.5");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Exact(Decimal),
}

impl Bound {
    /// The bound with this number of decimal places: `Bound::exact(5, 1)` is 0.5.
    ///
    /// # Panics
    /// If a [`Decimal`] cannot hold it. In a constant, that is an error at compile time.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "the parts of a decimal are 32 bits each")]
    pub const fn exact(mantissa: i128, scale: u32) -> Self {
        let size = mantissa.unsigned_abs();
        assert!(size >> 96 == 0 && scale <= Decimal::MAX_SCALE, "a bound has at most 28 digits");
        let (low, middle, high) = (size as u32, (size >> 32) as u32, (size >> 64) as u32);
        Self::Exact(Decimal::from_parts(low, middle, high, mantissa < 0, scale))
    }

    /// The bound as a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        match self {
            Self::Whole(number) => number.into(),
            Self::Exact(number) => number,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => number.fmt(f),
            Self::Exact(number) => number.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bound;

    #[test]
    fn bounds_are_as_large_and_precise_as_a_decimal() {
        let greatest = 79_228_162_514_264_337_593_543_950_335;
        for (mantissa, scale, text) in [
            (-5, 1, "-0.5"),
            (greatest, 0, "79228162514264337593543950335"),
            (-greatest, 28, "-7.9228162514264337593543950335"),
        ] {
            assert_eq!(Bound::exact(mantissa, scale).to_decimal().to_string(), text);
        }
    }

    #[test]
    #[should_panic(expected = "at most 28 digits")]
    fn a_larger_bound_is_not_exact() {
        let _ = Bound::exact(79_228_162_514_264_337_593_543_950_336, 0);
    }
}
