//! Reads numbers from their digits.

use rust_decimal::Decimal;

use super::scalar::{Scalar, kind};
use super::{FieldContent, FieldValue, ValueReader};
use crate::error::DecodeError;
use crate::meta::FieldType;

/// Reads a number by the function that parses its digits. `out_of_range` describes a number that does not parse.
fn read_number<T>(
    json: ValueReader<'_>,
    expected: &str,
    out_of_range: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, DecodeError> {
    let json = json.json()?;
    // Most numbers are digits alone, which need no look at other kinds of values.
    if json.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        let number = parse(json).map(Some);
        return number.ok_or_else(|| DecodeError::unexpected(expected, out_of_range));
    }
    let number = match Scalar::expect(json, expected)? {
        Scalar::Null => return Ok(None),
        Scalar::Text(text) if text.is_empty() => return Ok(None),
        Scalar::Text(text) => parse(text.trim()),
        Scalar::Boolean(_) => None,
        Scalar::Number(digits) => match parse(digits) {
            Some(number) => Some(number),
            None => return Err(DecodeError::unexpected(expected, out_of_range)),
        },
    };
    number.map(Some).ok_or_else(|| DecodeError::unexpected(expected, kind(json)))
}

/// Reads a whole number as the widest type, so that the function is compiled once for all types.
fn read_integer(json: ValueReader<'_>) -> Result<Option<i128>, DecodeError> {
    read_number(json, "a whole number", "another number", integer)
}

/// Parses a whole number in any notation: `640`, `640.0`, `6.4e2`.
pub(crate) fn integer(text: &str) -> Option<i128> {
    if let Ok(number) = text.parse::<i64>() {
        return Some(number.into());
    }
    text.parse().ok().or_else(|| {
        let number = exact(text)?.normalize();
        (number.scale() == 0).then(|| number.mantissa())
    })
}

macro_rules! integers {
    ($($integer:ident)+) => {$(
        impl FieldValue for $integer {
            const NESTED: bool = false;

            fn blank() -> Self {
                0
            }

            fn field_type() -> FieldType {
                FieldType::Number
            }

            /// Reads a whole number in any notation, also as a string.
            fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
                let number = read_integer(json)?.map($integer::try_from).transpose();
                let reason = concat!("expected a number that fits ", stringify!($integer));
                number.map_err(|_| DecodeError::new(reason))
            }

            fn content(&self) -> FieldContent<'_> {
                FieldContent::integer(*self)
            }
        }
    )+};
}

integers! { u8 u16 u32 u64 i8 i16 i32 i64 }

impl FieldValue for Decimal {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::Decimal
    }

    /// Reads a number exactly, so that 293.855 stays 293.855; also as a string.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_number(json, "a decimal number", "a number out of range", decimal)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::decimal(*self)
    }
}

/// Parses a number that a `Decimal` holds exactly. Trailing zeros of a fraction do not count.
fn exact(text: &str) -> Option<Decimal> {
    if text.contains(['e', 'E']) {
        return Decimal::from_scientific(text).ok();
    }
    let text = if text.contains('.') { text.trim_end_matches('0') } else { text };
    // `Decimal` accepts `_` between digits; JSON does not.
    Decimal::from_str_exact(text).ok().filter(|_| !text.contains('_'))
}

/// Parses a decimal number: exactly if it has at most 28 digits, else rounded to them.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    if text.contains('_') {
        return None;
    }
    let exact = Decimal::from_str_exact(text);
    exact.or_else(|_| text.parse()).ok().or_else(|| scientific(text))
}

/// Parses a number with an exponent. A number too small for a `Decimal` is 0.
fn scientific(text: &str) -> Option<Decimal> {
    if let Ok(number) = Decimal::from_scientific(text) {
        return Some(number);
    }
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let mantissa: Decimal = mantissa.parse().ok()?;
    // An exponent with too many digits for an integer is judged by its sign.
    let is_small = exponent
        .strip_prefix('-')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let is_whole = |text: &str| text.parse::<i128>().is_ok();
    match (mantissa.is_zero(), is_small) {
        (true, _) if is_small || is_whole(exponent) => Some(Decimal::ZERO),
        (false, true) => Some(tiny(mantissa, exponent)),
        _ => None,
    }
}

/// Rounds a number whose exponent is too small for a `Decimal`.
fn tiny(mantissa: Decimal, exponent: &str) -> Decimal {
    let Some(shift) = exponent.strip_prefix('-').and_then(|digits| digits.parse::<u32>().ok()) else {
        return Decimal::ZERO;
    };
    let mut number = mantissa;
    // After this many steps, any mantissa is 0.
    for _ in 0..shift.min(60) {
        number /= Decimal::TEN;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Option<String> {
        decimal(text).map(|number| number.to_string())
    }

    #[test]
    fn decimals_keep_their_digits() {
        for text in
            ["293.8550", "0.1", "-0.5", "12345678901234567890.12345678", "79228162514264337593543950335"]
        {
            assert_eq!(spelled(text).as_deref(), Some(text));
        }
        assert_eq!(spelled("1e5").as_deref(), Some("100000"));
        assert_eq!(spelled("1.5e-3").as_deref(), Some("0.0015"));
    }

    #[test]
    fn what_is_too_small_is_zero() {
        for text in
            ["0E-30", "1E-29", "1e-400", "0e400", "0E-99999999999999999999", "1e-99999999999", "0.0e5"]
        {
            assert!(decimal(text).is_some_and(|number| number.is_zero()), "{text}: {:?}", decimal(text));
        }
        assert_eq!(spelled("12345e-30").as_deref(), Some("0.0000000000000000000000000123"));
    }

    #[test]
    fn what_is_too_large_or_no_number_is_none() {
        for text in ["1e29", "1e400", "", "-", "e5", "1e", "1e-", "1e+-5", "0x10", "1,5", "1_5", "NaN", "abc"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_read_in_any_spelling() {
        for text in ["640", "640.0", "6.4e2", "640.000", "+640", "64E1"] {
            assert_eq!(integer(text), Some(640), "{text}");
        }
        assert_eq!(integer("18446744073709551615"), Some(i128::from(u64::MAX)));
        assert_eq!(integer(&format!("640.{}", "0".repeat(60))), Some(640));
        // Rounded to what a decimal holds, the last ones would be whole.
        for text in [
            "640.5",
            "6.45e1",
            "",
            "x",
            "1e99",
            "1_000",
            "1E-29",
            "640.00000000000000000000000000000001",
            "18446744073709551615.00000000001",
        ] {
            assert_eq!(integer(text), None, "{text}");
        }
    }
}
