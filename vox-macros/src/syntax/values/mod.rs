//! Types of the values in attributes. Each says what it expected, what it found, and shows a valid one.

mod numbers;
mod paths;
mod roles;
mod texts;
mod words;

use darling::Error;
use darling::ast::NestedMeta;
use syn::{Expr, ExprLit, Lit, Meta};

pub(crate) use numbers::{Bound, Count};
pub(crate) use paths::{CheckPath, CratePath, ResponseType};
pub(crate) use roles::Roles;
pub(crate) use texts::{MethodName, Text};
pub(crate) use words::{Flag, Switch};

use crate::diag::source;

/// The key of an item, for messages.
fn key(item: &NestedMeta) -> String {
    match item {
        NestedMeta::Meta(meta) => source(meta.path()),
        NestedMeta::NameValueInvalidExpr(pair) => source(&pair.path),
        NestedMeta::Lit(_) => String::new(),
    }
}

/// "expected a text in quotes, as in `name = "AddAccount"`; found the number `5`".
fn mismatch(item: &NestedMeta, expected: &str, example: &str, found: &str) -> Error {
    Error::custom(format!("expected {expected}, as in `{} = {example}`; found {found}", key(item)))
}

/// The expression behind `=`.
fn expression<'i>(item: &'i NestedMeta, expected: &str, example: &str) -> Result<&'i Expr, Error> {
    match item {
        NestedMeta::Meta(Meta::NameValue(pair)) => Ok(&pair.value),
        NestedMeta::Meta(Meta::Path(_)) => Err(mismatch(item, expected, example, "no value")),
        NestedMeta::NameValueInvalidExpr(pair) if pair.value.is_empty() => {
            Err(mismatch(item, expected, example, "nothing"))
        }
        other => Err(mismatch(item, expected, example, &format!("`{}`", source(other)))),
    }
}

fn literal(expression: &Expr) -> Option<&Lit> {
    match expression {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}
