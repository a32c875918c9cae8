//! Strings in quotes.

use darling::{Error, FromMeta};
use syn::{Expr, Lit, Meta};

use super::{expression, key, literal, mismatch};
use crate::diag::{found, source};

/// A string in quotes.
#[derive(Debug, Clone)]
pub(crate) struct StringLiteral(pub(crate) String);

impl FromMeta for StringLiteral {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        let example = match key(item).as_str() {
            "pattern" => "\"[a-z]+\"",
            "default_text" => "\"The current date\"",
            "name" | "alias" | "any_of" | "prefix" => "\"account_name\"",
            _ => "\"..\"",
        };
        string(item, example).map(Self)
    }
}

pub(super) fn string(item: &Meta, example: &str) -> Result<String, Error> {
    const EXPECTED: &str = "a string in quotes";
    let value = expression(item, EXPECTED, example)?;
    match literal(value) {
        Some(Lit::Str(text)) if text.value().trim().is_empty() => {
            Err(mismatch(item, EXPECTED, example, "an empty one"))
        }
        Some(Lit::Str(text)) => Ok(text.value()),
        _ => Err(mismatch(item, EXPECTED, &quoted_example(value, example), &found(value))),
    }
}

/// The example in a message: an identifier with the quotes it lacks.
fn quoted_example(value: &Expr, example: &str) -> String {
    match value {
        Expr::Path(path) if path.path.get_ident().is_some() => format!("\"{}\"", source(value)),
        _ => example.to_owned(),
    }
}

/// The name of a method.
#[derive(Debug, Clone)]
pub(crate) struct MethodName(pub(crate) String);

impl FromMeta for MethodName {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        string(item, "\"AddAccount\"").map(Self)
    }
}
