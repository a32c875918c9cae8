//! Types and paths.

use darling::{Error, FromMeta};
use quote::ToTokens;
use syn::{Expr, ExprLit, Lit, Meta, MetaNameValue, Path, Type};

use super::{expression, mismatch};
use crate::diag::{found, source};

/// The type of a response.
#[derive(Debug, Clone)]
pub(crate) struct ResponseType(pub(crate) Type);

impl FromMeta for ResponseType {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "the type of the response";
        const EXAMPLE: &str = "AddAccountResponse";
        // A type with generic arguments is not a valid expression.
        let tokens = match item {
            Meta::NameValue(MetaNameValue { value: Expr::Verbatim(tokens), .. }) if !tokens.is_empty() => {
                tokens.clone()
            }
            _ => expression(item, EXPECTED, EXAMPLE)?.to_token_stream(),
        };
        if let Ok(Lit::Str(text)) = syn::parse2(tokens.clone()) {
            let found = format!("the string `{}`: remove the quotes", source(&text));
            return Err(mismatch(item, EXPECTED, &text.value(), &found));
        }
        let parsed = syn::parse2::<Type>(tokens.clone());
        parsed.map(Self).map_err(|_| {
            let written = syn::parse2::<Expr>(tokens.clone());
            let found = written.map_or_else(|_| format!("`{}`", source(&tokens)), |value| found(&value));
            mismatch(item, EXPECTED, EXAMPLE, &found)
        })
    }
}

/// The path of a `Check`.
#[derive(Debug, Clone)]
pub(crate) struct CheckPath(pub(crate) Path);

impl FromMeta for CheckPath {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "the path of a `Check`";
        match expression(item, EXPECTED, "rules::EMAIL")? {
            Expr::Path(path) if path.qself.is_none() => Ok(Self(path.path.clone())),
            other => Err(mismatch(item, EXPECTED, "rules::EMAIL", &found_path(other))),
        }
    }
}

/// The path of `vox-core`.
#[derive(Debug, Clone)]
pub(crate) struct CratePath(pub(crate) Path);

impl FromMeta for CratePath {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "the path of `vox_core`";
        match expression(item, EXPECTED, "::vox_core")? {
            Expr::Path(path) if path.qself.is_none() => absolute(&path.path),
            other => Err(mismatch(item, EXPECTED, "::vox_core", &found_path(other))),
        }
    }
}

/// Describes an expression that is not a path.
fn found_path(other: &Expr) -> String {
    let fix = match other {
        Expr::Lit(ExprLit { lit: Lit::Str(_), .. }) => ": remove the quotes",
        Expr::Call(call) if call.args.is_empty() => ": remove the parentheses",
        Expr::Call(_) | Expr::Closure(_) => {
            ": declare a constant, `const NAME: rules::Check = rules::Check::new(..)`, and name it here"
        }
        _ => "",
    };
    format!("{}{fix}", found(other))
}

fn absolute(path: &Path) -> Result<CratePath, Error> {
    let in_crate = path.segments.first().is_some_and(|first| first.ident == "crate");
    if path.leading_colon.is_some() || in_crate {
        return Ok(CratePath(path.clone()));
    }
    let written = source(path);
    Err(Error::custom(format!(
        "expected an absolute path; found `{written}`: write `::{written}` for another crate, `crate::{written}` for a \
         module of this one"
    )))
}
