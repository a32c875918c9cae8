//! Types that no value of the API has.

use syn::Type;

use crate::diag::{Diagnostics, source};
use crate::types::{
    TypeClass, is_rejected_by_compiler, last_segment, map_inner, may_be_users, option_inner, single_argument,
    ungrouped, vec_inner,
};

/// Rejects a type, or an item's type in a list, that no parameter and no field can have. Whether the type is supported.
pub(super) fn check_supported(ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    if is_rejected_by_compiler(ty) {
        diagnostics.reported_by_compiler();
        return false;
    }
    let value = vec_inner(ty).unwrap_or(ty);
    let advice = advice(value);
    if let Some(advice) = &advice {
        diagnostics.error(value, advice);
    }
    advice.is_none()
}

/// Rejects a type that no field of a record can have. A record may contain itself in an `Option<Box<_>>`.
pub(super) fn check_field(ty: &Type, is_optional: bool, diagnostics: &mut Diagnostics) {
    if let Some((key, value)) = map_inner(ty) {
        if TypeClass::of(key) != TypeClass::String {
            let message = format!(
                "the names of an object's members are strings: use `String`; found `{}`",
                source(key)
            );
            diagnostics.error(key, message);
        }
        return check_field(option_inner(value).unwrap_or(value), false, diagnostics);
    }
    match vec_inner(ty) {
        Some(item) if vec_inner(item).or(map_inner(item).map(|(_, value)| value)).is_some() => {
            check_field(item, false, diagnostics);
        }
        _ => match single_argument(ty, "Box") {
            Some(record)
                if is_optional && (TypeClass::of(record) == TypeClass::Other || may_be_users(record)) =>
            {
                check_supported(record, diagnostics);
            }
            _ => {
                check_supported(ty, diagnostics);
            }
        },
    }
}

fn advice(ty: &Type) -> Option<String> {
    // Most types are supported, and a derive is seldom optimized: nothing is formatted for them.
    let written = || source(ty);
    match (TypeClass::of(ty), ungrouped(ty)) {
        (TypeClass::Float, _) => {
            Some(format!("`{}` rounds amounts: use `Decimal`, which is exact", written()))
        }
        (TypeClass::Char, _) => Some("a character is a string of length 1: use `String`".to_owned()),
        (TypeClass::Integer { least, .. }, _) if is_foreign(ty) => {
            let instead = if least == 0 { "u64" } else { "i64" };
            Some(format!(
                "numbers of the API have 64 bits at most: use `{instead}` instead of `{}`",
                written()
            ))
        }
        (_, Type::Reference(_)) => {
            Some(format!("`{}` is borrowed: use a type that owns its value, as `String` does", written()))
        }
        (_, Type::Tuple(_)) => {
            Some(format!("tuples are not supported: use a field for each value; found `{}`", written()))
        }
        (_, Type::Array(_) | Type::Slice(_)) => {
            Some(format!("arrays and slices are not supported: use `Vec`; found `{}`", written()))
        }
        (_, Type::TraitObject(_)) => {
            Some(format!("trait objects are not supported: use one type; found `{}`", written()))
        }
        (_, Type::Path(path)) if path.path.is_ident("str") => {
            Some("`str` has no size that is known at compile time: use `String`".to_owned())
        }
        (_, Type::Path(_)) if last_segment(ty).is_some_and(|segment| segment.ident == "Cow") => {
            Some(format!("`{}` may be borrowed: use a type that owns its value, as `String` does", written()))
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
        TypeClass::Other => {
            format!(", or `Option<Box<{value}>>` or `Vec<{value}>` if the record contains itself")
        }
        _ => String::new(),
    };
    format!("`{}` is not supported: use `{value}`{itself}", source(ty))
}

/// What a smart pointer points to, or a cell contains.
pub(super) fn pointee(ty: &Type) -> Option<&Type> {
    ["Box", "Rc", "Arc", "Cell", "RefCell", "Mutex", "RwLock"]
        .iter()
        .find_map(|pointer| single_argument(ty, pointer))
}

/// Integers whose size depends on the machine, or exceeds that of the API.
fn is_foreign(ty: &Type) -> bool {
    let is_named = |name: &&str| last_segment(ty).is_some_and(|segment| segment.ident == name);
    ["usize", "isize", "u128", "i128"].iter().any(is_named)
}
