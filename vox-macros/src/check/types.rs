//! Types that no value of the API has.

use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::types::{TypeClass, is_refused_by_compiler, last_segment, single_argument, ungrouped, vec_inner};

/// Refuses a type, or an item's type in a list, for which there surely is a better one. Whether it was good.
pub(super) fn refuse_unsupported(ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    if is_refused_by_compiler(ty) {
        diagnostics.told_by_compiler();
        return false;
    }
    let value = vec_inner(ty).unwrap_or(ty);
    let advice = advice(value);
    if let Some(advice) = &advice {
        diagnostics.error(value, advice);
    }
    advice.is_none()
}

fn advice(ty: &Type) -> Option<String> {
    // Most types are good, and a derive is seldom optimised: nothing is written down for them.
    let written = || source(ty);
    match (TypeClass::of(ty), ungrouped(ty)) {
        (TypeClass::Float, _) => {
            Some(format!("`{}` rounds amounts: use `Decimal`, which is exact", written()))
        }
        (TypeClass::Char, _) => Some("a character is a text of length 1: use `String`".to_owned()),
        (TypeClass::Integer { least, .. }, _) if is_foreign(ty) => {
            let instead = if least == "0" { "u64" } else { "i64" };
            Some(format!(
                "numbers of the API have 64 bits at most: use `{instead}` instead of `{}`",
                written()
            ))
        }
        (_, Type::Reference(_)) => {
            Some(format!("`{}` is borrowed: use a type that owns its value, as `String` does", written()))
        }
        (_, Type::Tuple(_)) => Some(format!("a tuple has no form on the wire; found `{}`", written())),
        (_, Type::Array(_) | Type::Slice(_)) => Some(format!("a list is a `Vec`; found `{}`", written())),
        (_, Type::TraitObject(_)) => Some(format!("a value has one type, named here; found `{}`", written())),
        (_, Type::Path(path)) if path.path.is_ident("str") => {
            Some("`str` is part of a text that something else owns: use `String`".to_owned())
        }
        (_, Type::Path(_)) => {
            pointee(ty).map(|pointee| advice(pointee).unwrap_or_else(|| unboxed(ty, pointee)))
        }
        _ => None,
    }
}

fn unboxed(ty: &Type, pointee: &Type) -> String {
    let value = source(pointee);
    let itself = match TypeClass::of(pointee) {
        TypeClass::Other => format!(", or `Vec<{value}>` where a structure contains itself"),
        _ => String::new(),
    };
    format!("`{}` only says where the value is: use `{value}`{itself}", source(ty))
}

/// What a smart pointer points to.
fn pointee(ty: &Type) -> Option<&Type> {
    ["Box", "Rc", "Arc"].iter().find_map(|pointer| single_argument(ty, pointer))
}

/// Integers whose size depends on the machine, or is more than the API has.
fn is_foreign(ty: &Type) -> bool {
    let is_named = |name: &&str| last_segment(ty).is_some_and(|segment| segment.ident == name);
    ["usize", "isize", "u128", "i128"].iter().any(is_named)
}
