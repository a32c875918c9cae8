//! Looks for values of their declared types.

use vox_accounts::vox_core::meta::{FieldAlias, FieldMeta, FieldType, RecordMeta};
use vox_accounts::vox_core::{Date, DateTime};

use super::json::{Json, is_number};

/// The certainty of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It is false.
    No,
    /// No rule decides it: a number in a spelling that only some parsers know.
    Maybe,
    /// It is true.
    Yes,
}

impl From<bool> for Certainty {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

/// Whether a record has one of its fields.
pub(super) fn in_record(
    members: &[(String, Json)],
    record: &RecordMeta,
    is_wanted: fn(&Json) -> bool,
) -> Certainty {
    let fields = record.fields.iter();
    let values = fields.flat_map(|field| {
        let values = members.iter().filter(|(name, _)| is_name_of(name, field, record));
        values.map(|(_, value)| of_type(value, &(field.value)(), is_wanted))
    });
    values.max().unwrap_or(Certainty::No)
}

/// Whether a member is this field, by its name or an alias.
pub(super) fn is_name_of(name: &str, field: &FieldMeta, record: &RecordMeta) -> bool {
    let is_alias = |alias: &FieldAlias| alias.name == name && record.fields[alias.field].name == field.name;
    field.name == name || record.aliases.iter().any(is_alias)
}

/// Whether a value, or one inside it, has this type and is a wanted one.
pub(super) fn of_type(value: &Json, field_type: &FieldType, is_wanted: fn(&Json) -> bool) -> Certainty {
    match (field_type, value) {
        (FieldType::Record(record), Json::Object(members)) => in_record(members, record, is_wanted),
        (FieldType::List(_), Json::List(items)) if items.is_empty() => is_wanted(value).into(),
        (FieldType::List(item), Json::List(items)) => {
            items.iter().map(|value| of_type(value, item, is_wanted)).max().unwrap_or(Certainty::No)
        }
        (FieldType::List(item), Json::Object(_))
            if matches!(**item, FieldType::Record(_) | FieldType::Map(_)) =>
        {
            of_type(value, item, is_wanted)
        }
        (FieldType::List(item), _)
            if !matches!(
                **item,
                FieldType::Record(_) | FieldType::List(_) | FieldType::Map(_) | FieldType::Any
            ) =>
        {
            of_type(value, item, is_wanted)
        }
        (FieldType::Map(_), Json::List(items)) if items.is_empty() => is_wanted(value).into(),
        (FieldType::Map(_), Json::Object(members)) if members.is_empty() => is_wanted(value).into(),
        (FieldType::Map(item), Json::Object(members)) => {
            let values = members.iter().map(|(_, value)| of_type(value, item, is_wanted));
            values.max().unwrap_or(Certainty::No)
        }
        (FieldType::Record(_) | FieldType::List(_) | FieldType::Map(_), _) => Certainty::No,
        _ if is_wanted(value) => scalar(value, field_type),
        _ => Certainty::No,
    }
}

fn scalar(value: &Json, field_type: &FieldType) -> Certainty {
    if is_empty(value) || *value == Json::Unreadable {
        return Certainty::No;
    }
    if matches!(field_type, FieldType::Any) {
        return Certainty::Yes;
    }
    match (field_type, value) {
        (_, Json::List(_) | Json::Object(_)) => Certainty::No,
        (FieldType::Text | FieldType::Secret | FieldType::Enum(_), _)
        | (FieldType::Boolean, Json::Boolean(_)) => Certainty::Yes,
        (FieldType::Number, Json::Number(text) | Json::Text(text)) => whole_number(text.trim()),
        (FieldType::UnixTime, Json::Number(text) | Json::Text(text)) => unix_time(text.trim()),
        (FieldType::Time, Json::Text(text)) => time_of_day(text.trim()),
        (FieldType::Decimal, Json::Number(text) | Json::Text(text)) => decimal(text.trim()),
        (FieldType::Boolean, Json::Number(digits)) => matches!(digits.as_str(), "0" | "1").into(),
        (FieldType::Boolean, Json::Text(text)) => {
            matches!(text.as_str(), "0" | "1" | "true" | "false" | "True" | "False").into()
        }
        (FieldType::Date | FieldType::DateTime | FieldType::Timestamp, Json::Text(text)) => time(text.trim()),
        _ => Certainty::No,
    }
}

/// Whether a value is null or empty.
pub(super) fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Whether a value is neither empty nor a spelling of false or 0.
pub(super) fn is_truthy(value: &Json) -> bool {
    let is_zero = |text: &str| {
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        text.parse::<f64>().is_ok() && !mantissa.contains(|character| ('1'..='9').contains(&character))
    };
    match value {
        Json::Boolean(value) => *value,
        Json::Number(digits) => !is_zero(digits),
        Json::Text(text) => {
            let text = text.trim();
            !text.is_empty() && !text.eq_ignore_ascii_case("false") && !is_zero(text)
        }
        value => !is_empty(value),
    }
}

/// Counts and ids: -1 means none.
fn whole_number(text: &str) -> Certainty {
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !whole.is_empty() && whole.len() <= 15 && are_digits(whole) && are_digits(fraction) {
        return fraction.bytes().all(|byte| byte == b'0').into();
    }
    let is_negative = text.starts_with('-') && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if is_negative { Certainty::No } else { unusual_number(text) }
}

/// Seconds up to the year 9999.
fn unix_time(text: &str) -> Certainty {
    let is_too_large = text.parse::<f64>().is_ok_and(|seconds| seconds > 253_402_207_200.0);
    if is_too_large { Certainty::No } else { whole_number(text) }
}

/// Whether text is a time of day.
fn time_of_day(text: &str) -> Certainty {
    if !text.contains(':') || !text.starts_with(|first: char| first.is_ascii_digit()) {
        return Certainty::No;
    }
    let numbers: Vec<_> = text.split(':').collect();
    let is_number = |number: &&str| number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    match numbers.as_slice() {
        [hour, minute, seconds @ ..] if seconds.len() < 2 && numbers.iter().all(is_number) => {
            (*hour < "24" && *minute < "60" && seconds.iter().all(|second| *second < "60")).into()
        }
        _ => Certainty::Maybe,
    }
}

fn decimal(text: &str) -> Certainty {
    let is_plain = text.len() <= 20 && !text.contains(['e', 'E']);
    if is_plain && is_number(text) { Certainty::Yes } else { unusual_number(text) }
}

fn unusual_number(text: &str) -> Certainty {
    let is_numeric = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-._eE".contains(&byte));
    if is_numeric && text.bytes().any(|byte| byte.is_ascii_digit()) {
        Certainty::Maybe
    } else {
        Certainty::No
    }
}

/// Whether text is a date of the calendar, optionally with a time.
fn time(text: &str) -> Certainty {
    if !text.trim_start_matches(['-', '+']).starts_with(|character: char| character.is_ascii_digit()) {
        return Certainty::No;
    }
    let form: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let is_possible = match form.as_str() {
        "0000-00-00" => text.parse::<Date>().is_ok(),
        "0000-00-00 00:00:00" | "0000-00-00T00:00:00" => text.parse::<DateTime>().is_ok(),
        _ => return Certainty::Maybe,
    };
    match is_possible {
        // The last day of the calendar is not a timestamp in every time zone.
        true if text.starts_with("9999") => Certainty::Maybe,
        is_possible => is_possible.into(),
    }
}
