//! Types of the values in attributes. Each error states what was expected and found, and shows a valid value.

mod fields;
mod keywords;
mod numbers;
mod paths;
mod roles;
mod strings;

use std::mem::discriminant;

use darling::Error;
use syn::{Expr, ExprLit, Lit, Meta};

pub(crate) use fields::{CheckPaths, FieldName, FieldNames};
pub(crate) use keywords::{Ack, Flag, KeyList, Switch};
pub(crate) use numbers::{Bound, Count};
pub(crate) use paths::{CheckPath, CratePath, ResponseType};
pub(crate) use roles::Roles;
pub(crate) use strings::{MethodName, StringLiteral};

use crate::diag::source;

/// The key of an item, for messages.
fn key(item: &Meta) -> String {
    source(item.path())
}

/// "expected a string in quotes, as in `name = "AddAccount"`; found the number `5`".
fn mismatch(item: &Meta, expected: &str, example: &str, found: &str) -> Error {
    Error::custom(format!("expected {expected}, as in `{} = {example}`; found {found}", key(item)))
}

/// The expression after `=`. A macro that passes a path wraps it in invisible parentheses.
fn expression<'i>(item: &'i Meta, expected: &str, example: &str) -> Result<&'i Expr, Error> {
    match item {
        Meta::NameValue(pair) => match ungrouped(&pair.value) {
            Expr::Verbatim(tokens) if tokens.is_empty() => Err(mismatch(item, expected, example, "nothing")),
            Expr::Verbatim(tokens) => {
                Err(mismatch(item, expected, example, &format!("`{}`", source(tokens))))
            }
            value => Ok(value),
        },
        Meta::Path(_) => Err(mismatch(item, expected, example, "no value")),
        // `max_len(20)`: the message shows its value, if it is one.
        Meta::List(list) => {
            let given = source(&list.tokens);
            let example = if is_alike(&given, example) { &given } else { example };
            Err(mismatch(item, expected, example, &format!("`{}`", source(list))))
        }
    }
}

fn ungrouped(expression: &Expr) -> &Expr {
    match expression {
        Expr::Group(group) => ungrouped(&group.expr),
        _ => expression,
    }
}

/// Whether two strings are expressions of one kind.
fn is_alike(one: &str, other: &str) -> bool {
    match (syn::parse_str::<Expr>(one), syn::parse_str::<Expr>(other)) {
        (Ok(Expr::Lit(one)), Ok(Expr::Lit(other))) => discriminant(&one.lit) == discriminant(&other.lit),
        (Ok(one), Ok(other)) => discriminant(&one) == discriminant(&other),
        _ => false,
    }
}

fn literal(expression: &Expr) -> Option<&Lit> {
    match ungrouped(expression) {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        _ => None,
    }
}
