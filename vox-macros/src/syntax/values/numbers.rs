//! Numbers, and the defaults that may be numbers.

use darling::{Error, FromMeta};
use syn::{Expr, ExprUnary, Lit, Meta, UnOp};

use super::{expression, literal, mismatch};
use crate::diag::{found, source};
use crate::model::DefaultLiteral;
use crate::number::Number;

/// A number of characters or items.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count(pub(crate) usize);

impl FromMeta for Count {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "a whole number, not negative";
        let value = expression(item, EXPECTED, "8")?;
        match literal(value) {
            Some(Lit::Int(count)) if count.suffix().is_empty() => {
                let fewer = format!("a whole number up to {}", usize::MAX);
                let too_large = |_| mismatch(item, &fewer, "8", &found(value));
                count.base10_parse().map(Self).map_err(too_large)
            }
            _ => {
                Err(no_number(item, EXPECTED, "8", value, |number| number.is_whole() && number.mantissa >= 0))
            }
        }
    }
}

/// A number with a sign and a fraction, exact.
#[derive(Debug, Clone)]
pub(crate) struct Bound(pub(crate) Number);

impl FromMeta for Bound {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "a number in plain digits";
        let value = expression(item, EXPECTED, "0.5")?;
        number(value).unwrap_or_else(|| Err(no_number(item, EXPECTED, "0.5", value, |_| true))).map(Self)
    }
}

/// The error about a value that is not a number; its example is the number that was probably meant.
fn no_number(item: &Meta, expected: &str, example: &str, value: &Expr, fits: fn(Number) -> bool) -> Error {
    match literal(value) {
        Some(Lit::Str(text)) if Number::parse(&text.value()).is_some_and(fits) => {
            mismatch(item, expected, &text.value(), &format!("{}: remove the quotes", found(value)))
        }
        Some(Lit::Int(number)) => mismatch(item, expected, number.base10_digits(), &found(value)),
        _ if matches!(value, Expr::Path(_)) => {
            let found = format!("{}: write the number, as a derive cannot read constants", found(value));
            mismatch(item, expected, example, &found)
        }
        _ if matches!(value, Expr::Range(_)) => {
            let found = format!("the range {}: write both ends, as in `min = 1, max = 100`", found(value));
            mismatch(item, expected, example, &found)
        }
        _ => mismatch(item, expected, example, &found(value)),
    }
}

/// The number that an expression is, if it is one without suffix and exponent.
fn number(value: &Expr) -> Option<Result<Number, Error>> {
    let digits = match value {
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => format!("-{}", unsigned(expr)?),
        _ => unsigned(value)?,
    };
    let too_long = || {
        let message = format!("`{digits}` has more digits than a `Decimal` holds: write at most 28 digits");
        Error::custom(message)
    };
    Some(Number::parse(&digits).ok_or_else(too_long))
}

/// The digits of a number without suffix and exponent.
fn unsigned(value: &Expr) -> Option<String> {
    match literal(value)? {
        Lit::Int(number) if number.suffix().is_empty() => Some(number.base10_digits().to_owned()),
        Lit::Float(number) if number.suffix().is_empty() => {
            Some(number.base10_digits().to_owned()).filter(|digits| !digits.contains(['e', 'E']))
        }
        _ => None,
    }
}

impl FromMeta for DefaultLiteral {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "a boolean, a number or a string in quotes";
        let value = expression(item, EXPECTED, "20")?;
        match literal(value) {
            Some(Lit::Bool(default)) => Ok(Self::Bool(default.value)),
            Some(Lit::Str(default)) => Ok(Self::String(default.value())),
            _ => number(value).unwrap_or_else(|| Err(no_default(item, EXPECTED, value))).map(Self::Number),
        }
    }
}

/// The error about a default that is not a literal.
fn no_default(item: &Meta, expected: &str, value: &Expr) -> Error {
    match value {
        Expr::Path(path) if path.path.is_ident("None") => {
            Error::custom("`None` states no default: remove `default`")
        }
        Expr::Path(_) => {
            let found = format!("{}: write the value that is sent, in quotes", found(value));
            mismatch(item, expected, "\"IN_USE\"", &found)
        }
        // `2026-01-31` is a subtraction.
        Expr::Binary(_) if source(value).split(" - ").all(is_digits) => {
            let date = source(value).replace(' ', "");
            mismatch(item, expected, &format!("\"{date}\""), &format!("`{date}`: write a date in quotes"))
        }
        Expr::Call(call) if source(&call.func) == "Some" => {
            mismatch(item, expected, &source(&call.args), &found(value))
        }
        _ => mismatch(item, expected, "20", &found(value)),
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
