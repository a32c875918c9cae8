//! Names of fields, and lists of paths.

use darling::{Error, FromMeta};
use syn::{Expr, Ident, Lit, Meta, Path};

use super::{expression, key, literal, mismatch};
use crate::diag::{found, source};

/// A field: `to_date`.
#[derive(Debug, Clone)]
pub(crate) struct FieldName(pub(crate) Ident);

impl FromMeta for FieldName {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "a field's name";
        let value = expression(item, EXPECTED, "to_date")?;
        field(value).map(Self).ok_or_else(|| mismatch(item, EXPECTED, "to_date", &found_field(value)))
    }
}

/// One field or several: `application`, `[application, user]`.
#[derive(Debug, Clone)]
pub(crate) struct FieldNames(pub(crate) Vec<Ident>);

impl FromMeta for FieldNames {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "a field's name, or several in brackets";
        const EXAMPLE: &str = "application";
        if let Meta::List(list) = item {
            let example = format!("[{}]", source(&list.tokens));
            return Err(mismatch(item, EXPECTED, &example, &format!("`{}`", source(list))));
        }
        match expression(item, EXPECTED, EXAMPLE)? {
            Expr::Array(array) if array.elems.is_empty() => {
                Err(mismatch(item, EXPECTED, EXAMPLE, "an empty list"))
            }
            Expr::Array(array) => {
                let mut errors = Error::accumulator();
                let names = array.elems.iter().filter_map(|element| errors.handle(listed(element))).collect();
                errors.finish_with(Self(names))
            }
            value => match field(value) {
                Some(name) => Ok(Self(vec![name])),
                None => Err(mismatch(item, EXPECTED, EXAMPLE, &found_field(value))),
            },
        }
    }
}

fn listed(element: &Expr) -> Result<Ident, Error> {
    field(element).ok_or_else(|| {
        Error::custom(format!("expected a field's name; found {}", found_field(element))).with_span(element)
    })
}

fn field(value: &Expr) -> Option<Ident> {
    match value {
        Expr::Path(path) if path.qself.is_none() => path.path.get_ident().cloned(),
        _ => None,
    }
}

fn found_field(value: &Expr) -> String {
    let fix = match (literal(value), value) {
        (Some(Lit::Str(_)), _) => ": remove the quotes",
        (_, Expr::Field(_)) => ": write the field alone, without `self`",
        _ => "",
    };
    format!("{}{fix}", found(value))
}

/// Paths of constants in brackets: `[QUEUE, rules::DATES]`.
#[derive(Debug, Clone)]
pub(crate) struct CheckPaths(pub(crate) Vec<Path>);

impl FromMeta for CheckPaths {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "constants of the type `rules::RequestCheck` in brackets";
        let wrong = |example: &str, found: &str| Err(mismatch(item, EXPECTED, example, found));
        if let Meta::List(list) = item {
            return wrong(&format!("[{}]", source(&list.tokens)), &format!("`{}`", source(list)));
        }
        match expression(item, EXPECTED, "[QUEUE]")? {
            Expr::Array(array) => {
                let mut errors = Error::accumulator();
                let key = key(item);
                let paths =
                    array.elems.iter().filter_map(|element| errors.handle(constant(&key, element))).collect();
                errors.finish_with(Self(paths))
            }
            Expr::Path(path) => wrong(&format!("[{}]", source(path)), &format!("`{}`", source(path))),
            other => wrong("[QUEUE]", &found(other)),
        }
    }
}

fn constant(key: &str, element: &Expr) -> Result<Path, Error> {
    match element {
        Expr::Path(path) if path.qself.is_none() => Ok(path.path.clone()),
        other => Err(Error::custom(format!(
            "expected the name of a constant; found {}: declare `const NAME: rules::RequestCheck<..> = \
             rules::RequestCheck::new(..)`, and write `{key} = [NAME]`",
            found(other)
        ))
        .with_span(other)),
    }
}
