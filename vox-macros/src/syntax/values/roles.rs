//! Lists of roles.

use darling::{Error, FromMeta};
use syn::{Expr, ExprArray, ExprCall, Lit, Meta};

use super::{expression, literal, mismatch};
use crate::diag::{found, source, unknown};
use crate::model::{ROLES, Role};

/// Roles in brackets.
#[derive(Debug, Clone)]
pub(crate) struct Roles(pub(crate) Vec<Role>);

impl FromMeta for Roles {
    fn from_meta(item: &Meta) -> Result<Self, Error> {
        const EXPECTED: &str = "roles in brackets";
        if let Meta::List(list) = item {
            let example = format!("[{}]", source(&list.tokens));
            return Err(mismatch(item, EXPECTED, &example, &format!("`{}`", source(list))));
        }
        match expression(item, EXPECTED, "[Owner, Admin]")? {
            Expr::Array(array) => roles(array),
            Expr::Path(path) => {
                let example = format!("[{}]", source(path));
                Err(mismatch(item, EXPECTED, &example, &format!("`{}`", source(path))))
            }
            other => Err(mismatch(item, EXPECTED, "[Owner, Admin]", &found(other))),
        }
    }
}

fn roles(array: &ExprArray) -> Result<Roles, Error> {
    let mut errors = Error::accumulator();
    let roles = array.elems.iter().filter_map(|element| errors.handle(role(element))).collect();
    errors.finish_with(Roles(roles))
}

fn last_is_role(path: &syn::ExprPath) -> bool {
    path.path.segments.last().is_some_and(|last| ROLES.iter().any(|known| last.ident == known))
}

fn role(element: &Expr) -> Result<Role, Error> {
    let error = |message: String| Error::custom(message).with_span(element);
    match element {
        Expr::Path(path)
            if path.path.get_ident().is_some_and(|role| ROLES.iter().any(|known| role == known)) =>
        {
            Ok(Role::Known(path.path.segments[0].ident.clone()))
        }
        Expr::Path(path) if last_is_role(path) => {
            let role = &path.path.segments[path.path.segments.len() - 1].ident;
            Err(error(format!("expected the role's name alone: write `{role}`; found `{}`", source(path))))
        }
        Expr::Call(call) if source(&call.func) == "other" => other_role(call),
        Expr::Path(path) => {
            Err(error(unknown(&format!("role `{}`", source(path)), &source(path), ROLES, false)))
        }
        other => Err(error(match literal(other) {
            Some(Lit::Str(text)) if ROLES.contains(&text.value().as_str()) => {
                format!("expected a role without quotes: `{}`", text.value())
            }
            Some(Lit::Str(text)) => {
                let text = text.value();
                let unknown = unknown(&format!("role `{text}`"), &text, ROLES, false);
                format!("{unknown}; a role that vox does not know is `other(\"{text}\")`")
            }
            _ => format!("expected a role such as `Owner`; found {}", found(other)),
        })),
    }
}

/// `other("sys.Admin read only")`: a role that vox does not know.
fn other_role(call: &ExprCall) -> Result<Role, Error> {
    let error = |message: String| Err(Error::custom(message).with_span(call));
    let name = match call.args.first().and_then(literal) {
        Some(Lit::Str(name)) if call.args.len() == 1 && !name.value().trim().is_empty() => name,
        _ => {
            let message = "expected the role's name in quotes, as in `other(\"sys.Admin read only\")`";
            return error(format!("{message}; found `{}`", source(call)));
        }
    };
    // The vendor spells some roles in several ways: `Call list manager`.
    let letters = |name: &str| name.replace(|letter: char| !letter.is_alphanumeric(), "").to_lowercase();
    match ROLES.iter().find(|known| letters(known) == letters(&name.value())) {
        Some(known) => error(format!("vox knows this role: write `{known}`; found `{}`", source(call))),
        None => Ok(Role::Other(name.clone())),
    }
}
