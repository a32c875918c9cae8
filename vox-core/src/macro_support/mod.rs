//! What generated code names. Not part of the public interface: it may change with any version.
//!
//! Generated code names this module once and finds everything in it, as every token costs each user's build.

mod builder;
mod checks;
mod features;
mod values;

pub use serde::{Deserialize, Deserializer};
pub use std::clone::Clone;
pub use std::cmp::{Eq, PartialEq};
pub use std::convert::{AsRef, From, Infallible, Into};
pub use std::default::Default;
pub use std::marker::{Send, Sized, Sync};
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Err, Ok};
pub use std::str::FromStr;
pub use std::string::String;
pub use std::vec::Vec;
pub use std::{concat, fmt, hash};

pub use builder::{Accepts, Is, Open, OptionalValues, Set, Unset};
pub use checks::{
    check_ack, check_companions, check_default, check_default_of_name, check_items, check_names,
    check_no_default, check_optional, check_params,
};
pub use values::{Field, NoDefault, OneOf, Param, Probe, given};

pub use crate::__client;
pub use crate::__masked;
pub use crate::__server;
#[cfg(feature = "client")]
pub use crate::client::Caller;
pub use crate::declare::record::{ValueReader, deserialize_record};
pub use crate::declare::setter::Converted;
pub use crate::declare::{Choice, FieldContent, FieldValue, ListItem, Method, ParamValue, Record, TextEnum};
#[cfg(feature = "server")]
pub use crate::declare::{FormReader, ServerMethod};
pub use crate::error::DecodeError;
pub use crate::meta::{
    ChoiceMeta, Companion, CredentialsIn, DefaultValue, EnumMeta, FieldAlias, FieldMeta, FieldType, Kind,
    MethodMeta, OneOfMeta, ParamEntry, ParamMeta, ParamType, RecordMeta, ResponseMeta, Role, ValueMeta,
};
pub use crate::method_ext::MethodExt;
pub use crate::roles::{self, CallableBy};
pub use crate::rules::{Bound, Pattern, PatternElement, RequestCheck, RequestRule, Rule};
#[cfg(feature = "server")]
pub use crate::text::form::Form;
pub use crate::text::form::{FormEncoder, ValueWriter};
pub use crate::validate::{
    any_of, at_most, each_number, each_text, items, members, number, request, text, together,
};
pub use crate::violation::Violations;

use crate::declare::Response;
use crate::declare::record::Scalar;
use crate::meta::Ack;

// Values that most parameters have. A name costs the compiler less than `None` or `&[]`.

/// No default.
pub const NO_DEFAULT: Option<DefaultValue> = None;
/// No group.
pub const NO_GROUP: Option<&str> = None;
/// No acknowledgment.
pub const NO_ACK: Option<Ack> = None;
/// `ack = one`.
pub const ACK_ONE: Option<Ack> = Some(Ack::ONE);
/// `ack = truthy`.
pub const ACK_TRUTHY: Option<Ack> = Some(Ack::TRUTHY);
/// No aliases.
pub const NO_ALIASES: &[FieldAlias] = &[];
/// No rules.
pub const NO_RULES: &[Rule] = &[];
/// No rules across parameters.
pub const NO_REQUEST_RULES: &[RequestRule] = &[];
/// The greatest number of repetitions of a pattern's element without a limit.
pub const UNLIMITED: usize = usize::MAX;

/// Metadata without a name or rules: that of an index that no parameter has.
static NO_PARAM: ParamMeta = ParamMeta::new("", <String as ParamValue>::meta);

/// The plain parameter at this index.
#[inline]
#[must_use]
pub fn param_at(params: &'static [ParamEntry], index: usize) -> &'static ParamMeta {
    match params.get(index) {
        Some(ParamEntry::Param(param)) => param,
        _ => &NO_PARAM,
    }
}

/// The member at this index.
#[inline]
#[must_use]
pub fn member_at(choice: &'static ChoiceMeta, index: usize) -> &'static ParamMeta {
    choice.members.get(index).unwrap_or(&NO_PARAM)
}

/// The companion at this index.
#[inline]
#[must_use]
pub fn companion_at(choice: &'static ChoiceMeta, index: usize) -> &'static ParamMeta {
    match choice.companions.get(index) {
        Some(Companion { entry: ParamEntry::Param(param), .. }) => param,
        _ => &NO_PARAM,
    }
}

/// The response of a method as data. It takes the method: a type that cannot be a response is an error of the method's
/// `type Response` alone, not of each place that names it.
#[must_use]
pub const fn response<M: Method>() -> ResponseMeta {
    <M::Response as Response>::META
}

/// The type of a parameter that is a text enum: a number, if all known strings are numbers.
#[must_use]
pub fn enum_value(meta: &'static EnumMeta) -> ValueMeta {
    let is_number = |text: &&str| text.parse::<u64>().is_ok();
    let kind = if meta.values.iter().all(is_number) { ParamType::Number } else { ParamType::String };
    ValueMeta { values: Some(meta), ..ValueMeta::of(kind) }
}

/// The first line of a documentation that a macro gives, as of `#[doc = include_str!("..")]`.
#[must_use]
pub const fn first_line(text: &str) -> &str {
    let mut end = 0;
    while end < text.len() && text.as_bytes()[end] != b'\n' {
        end += 1;
    }
    // An ASCII character is never a part of another one.
    text.split_at(end).0.trim_ascii()
}

/// The enum's value with this text: the known variant, if there is one.
#[must_use]
pub fn enum_from<E: TextEnum>(text: &str) -> E {
    let known = match index_of(E::META, text) {
        Some(index) => E::from_index(index),
        None => None,
    };
    match known {
        Some(known) => known,
        None => E::from_other(text.to_owned()),
    }
}

fn index_of(meta: &EnumMeta, text: &str) -> Option<usize> {
    // Most texts differ in their length or their first byte; `==` alone calls a function for each of the same length.
    let first = text.as_bytes().first();
    meta.values
        .iter()
        .position(|known| known.len() == text.len() && known.as_bytes().first() == first && *known == text)
}

/// The variant at this index of the known ones.
#[must_use]
pub fn enum_known<E: TextEnum>(index: usize) -> E {
    match E::from_index(index) {
        Some(known) => known,
        None => E::from_other(String::new()),
    }
}

/// Reads an enum's value; an empty text counts as none.
///
/// # Errors
/// The value is not a string.
pub fn read_enum<E: TextEnum>(json: ValueReader<'_>) -> Result<Option<E>, DecodeError> {
    // The text is borrowed: a known one costs no allocation.
    match json.text() {
        Ok(Some(text)) if !text.is_empty() => Ok(Some(enum_from(&text))),
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads an enum's value from any format: the body of its `Deserialize`. Null gives the unknown empty text.
///
/// # Errors
/// The deserializer's, and where the value is a list or an object.
pub fn deserialize_enum<'de, E: TextEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let json = serde_json::Value::deserialize(deserializer)?.to_string();
    match Scalar::of(&json) {
        Some(scalar) => Ok(enum_from(&scalar.into_text().unwrap_or_default())),
        None => Err(serde::de::Error::custom("expected a string, found a list or an object")),
    }
}
