//! What visitors of JSON share.

use serde::de::{Error, IgnoredAny, SeqAccess, Unexpected};

use crate::error::DecodeError;

/// Implements the methods of a [`Visitor`](serde::de::Visitor) for all scalars by one expression.
macro_rules! visit_scalars {
    ($visitor:ident, $scalar:ident => $result:expr) => {
        visit_scalars! { @methods $visitor, $scalar => $result;
            visit_bool(value: bool) Bool(value);
            visit_i64(value: i64) Signed(value);
            visit_u64(value: u64) Unsigned(value);
            visit_f64(value: f64) Float(value);
            visit_str(value: &str) Str(value);
            visit_unit() Unit;
        }
    };
    (@methods $visitor:ident, $scalar:ident => $result:expr;
     $($method:ident($($value:ident: $type:ty)?) $variant:ident $(($given:ident))?;)+) => {$(
        fn $method<E: serde::de::Error>($visitor $(, $value: $type)?) -> Result<Self::Value, E> {
            let $scalar = serde::de::Unexpected::$variant $(($given))?;
            $result
        }
    )+};
}

pub(crate) use visit_scalars;

/// The kind of a scalar; `None` for null and an empty string, which count as absent.
pub(super) fn present_kind(scalar: Unexpected<'_>) -> Option<&'static str> {
    match scalar {
        Unexpected::Unit | Unexpected::Str("") => None,
        Unexpected::Bool(_) => Some("a boolean"),
        Unexpected::Str(_) => Some("a string"),
        _ => Some("a number"),
    }
}

/// Skips all items; returns whether there are any.
pub(crate) fn skip_items<'de, A: SeqAccess<'de>>(mut items: A) -> Result<bool, A::Error> {
    let mut has_items = false;
    while items.next_element::<IgnoredAny>()?.is_some() {
        has_items = true;
    }
    Ok(has_items)
}

/// The outcome of a visitor that keeps its error in `failure`; without one, the parser failed.
pub(super) fn outcome<E>(read: Result<bool, E>, failure: Option<DecodeError>) -> Result<bool, DecodeError> {
    read.map_err(|_| failure.unwrap_or_else(DecodeError::of_parser))
}

/// Keeps an error while the parser returns another one, whose message is never shown.
#[cold]
pub(super) fn failed<E: Error>(failure: &mut Option<DecodeError>, error: DecodeError) -> E {
    *failure = Some(error);
    E::custom("a value does not decode")
}
