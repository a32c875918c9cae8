//! Exact numbers, as large and as precise as the `Decimal` of a request.

use std::cmp::Ordering;
use std::fmt;

/// The most decimal places of a `Decimal`.
const MAX_SCALE: u32 = 28;

/// The number of bits of a `Decimal` without its sign.
const MAX_BITS: u32 = 96;

/// A decimal number: `mantissa` divided by ten to the power of `scale`, which is the least possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) mantissa: i128,
    pub(crate) scale: u32,
}

impl Number {
    /// Reads digits with an optional sign and fraction. `None` for any other text, and for a number that a `Decimal`
    /// cannot hold exactly.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let fraction = fraction.trim_end_matches('0');
        let is_plain = !whole.starts_with('+') && whole.ends_with(|last: char| last.is_ascii_digit());
        let mantissa = format!("{whole}{fraction}").parse::<i128>().ok().filter(|_| is_plain)?;
        let scale = u32::try_from(fraction.len()).ok()?;
        let fits = scale <= MAX_SCALE && mantissa.unsigned_abs() >> MAX_BITS == 0;
        fits.then_some(Self { mantissa, scale })
    }

    /// A whole number.
    pub(crate) fn whole(mantissa: i128) -> Self {
        Self { mantissa, scale: 0 }
    }

    /// Whether there is no fraction.
    pub(crate) fn is_whole(self) -> bool {
        self.scale == 0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let point = if self.is_whole() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        // Both parts as whole numbers: a mantissa with all 28 places could exceed an `i128`.
        let parts = |number: &Self| {
            let unit = 10_i128.pow(number.scale);
            let places = number.mantissa.rem_euclid(unit) * 10_i128.pow(MAX_SCALE - number.scale);
            (number.mantissa.div_euclid(unit), places)
        };
        parts(self).cmp(&parts(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn number(text: &str) -> Number {
        Number::parse(text).expect(text)
    }

    #[test]
    fn order_is_exact() {
        let ascending = ["-10", "-9.5", "-0.1", "0", "0.09", "0.1", "1", "9", "10", "18446744073709551616"];
        for pair in ascending.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
        }
        assert_eq!(number("-0"), number("0.0"));
        for (text, shortest) in [("007.50", "7.5"), ("-0.05", "-0.05"), ("-00", "0"), ("100", "100")] {
            assert_eq!(number(text).to_string(), shortest);
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "-", "1e3", "+1", " 1", "1.2.3", ".5", "-.5", "1.-5", "--1"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_are_as_large_and_precise_as_a_decimal() {
        let (greatest, least) = ("79228162514264337593543950335", "0.0000000000000000000000000001");
        assert!(number(&format!("-{greatest}")) < number(least) && number(least) < number(greatest));
        assert!(number("7.9228162514264337593543950335") < number(greatest));
        for text in [
            "79228162514264337593543950336",
            "7.9228162514264337593543950336",
            "0.00000000000000000000000000001",
            "1000000000000000000000000000000000000000000",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
