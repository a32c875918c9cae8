//! Numbers, and the defaults that may be numbers.

use darling::ast::NestedMeta;
use darling::{Error, FromMeta};
use syn::{Expr, ExprUnary, Lit, UnOp};

use super::{expression, literal, mismatch};
use crate::diag::found;
use crate::model::DefaultLiteral;
use crate::number::Number;

/// A number of characters or items.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count(pub(crate) usize);

impl FromMeta for Count {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        const EXPECTED: &str = "a whole number, not negative";
        let value = expression(item, EXPECTED, "8")?;
        let count = match literal(value) {
            Some(Lit::Int(count)) if count.suffix().is_empty() => count.base10_parse().ok(),
            _ => None,
        };
        count.map(Self).ok_or_else(|| mismatch(item, EXPECTED, "8", &found(value)))
    }
}

/// A number with a sign and a fraction, exact.
#[derive(Debug, Clone)]
pub(crate) struct Bound(pub(crate) Number);

impl FromMeta for Bound {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        const EXPECTED: &str = "a number in plain digits";
        let value = expression(item, EXPECTED, "0.5")?;
        number(value).map(Self).ok_or_else(|| mismatch(item, EXPECTED, "0.5", &found(value)))
    }
}

/// The number that an expression is, without suffix and exponent.
fn number(value: &Expr) -> Option<Number> {
    match value {
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => {
            unsigned(expr).and_then(|digits| Number::parse(&format!("-{digits}")))
        }
        _ => unsigned(value).and_then(|digits| Number::parse(&digits)),
    }
}

fn unsigned(value: &Expr) -> Option<String> {
    match literal(value)? {
        Lit::Int(number) if number.suffix().is_empty() => Some(number.base10_digits().to_owned()),
        Lit::Float(number) if number.suffix().is_empty() => Some(number.base10_digits().to_owned()),
        _ => None,
    }
}

impl FromMeta for DefaultLiteral {
    fn from_nested_meta(item: &NestedMeta) -> Result<Self, Error> {
        const EXPECTED: &str = "a boolean, a number or a text in quotes";
        let value = expression(item, EXPECTED, "20")?;
        match literal(value) {
            Some(Lit::Bool(default)) => Ok(Self::Bool(default.value)),
            Some(Lit::Str(default)) => Ok(Self::Text(default.value())),
            _ => number(value).map(Self::Number).ok_or_else(|| mismatch(item, EXPECTED, "20", &found(value))),
        }
    }
}
