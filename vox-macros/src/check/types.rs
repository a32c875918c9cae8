//! Types that no value of the API has.

use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::types::{TypeClass, ungrouped, vec_inner};

/// Refuses a type, or an item's type in a list, for which there surely is a better one. Whether it was good.
pub(super) fn refuse_unsupported(ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    let value = vec_inner(ty).unwrap_or(ty);
    let advice = advice(value);
    if let Some(advice) = &advice {
        diagnostics.error(value, advice);
    }
    advice.is_none()
}

fn advice(ty: &Type) -> Option<String> {
    let written = source(ty);
    match (TypeClass::of(ty), ungrouped(ty)) {
        (TypeClass::Float, _) => Some(format!("`{written}` rounds amounts: use `Decimal`, which is exact")),
        (TypeClass::Char, _) => Some("a character is a text of length 1: use `String`".to_owned()),
        (TypeClass::Integer { least, .. }, _) if is_foreign(&written) => {
            let instead = if least == "0" { "u64" } else { "i64" };
            Some(format!("numbers of the API have 64 bits at most: use `{instead}` instead of `{written}`"))
        }
        (_, Type::Reference(_)) => {
            Some(format!("`{written}` is borrowed: use a type that owns its value, as `String` does"))
        }
        (_, Type::Tuple(_)) => Some(format!("a tuple has no form on the wire; found `{written}`")),
        (_, Type::Array(_) | Type::Slice(_)) => Some(format!("a list is a `Vec`; found `{written}`")),
        _ => None,
    }
}

/// Integers whose size depends on the machine, or is more than the API has.
fn is_foreign(name: &str) -> bool {
    ["usize", "isize", "u128", "i128"].contains(&name)
}
