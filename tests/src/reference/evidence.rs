//! Whether a value is there as its declared type.

use vox_accounts::vox_core::{Date, DateTime, FieldType, RecordMeta};

use super::json::{Json, is_number};

/// Whether something is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// It is not.
    No,
    /// No rule says: a number in a spelling that only some parsers know.
    Maybe,
    /// It is.
    Yes,
}

impl From<bool> for Sure {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

/// Whether a structure has one of its fields.
pub(super) fn in_record(
    members: &[(String, Json)],
    record: &RecordMeta,
    is_wanted: fn(&Json) -> bool,
) -> Sure {
    let fields = record.fields.iter();
    let values = fields.flat_map(|field| {
        let values = members.iter().filter(|(name, _)| name == field.name);
        values.map(|(_, value)| of_type(value, &(field.value)(), is_wanted))
    });
    values.max().unwrap_or(Sure::No)
}

/// Whether a value, or one in it, is of this type and one of those wanted.
pub(super) fn of_type(value: &Json, field_type: &FieldType, is_wanted: fn(&Json) -> bool) -> Sure {
    match (field_type, value) {
        (FieldType::Record(record), Json::Object(members)) => in_record(members, record, is_wanted),
        (FieldType::List(_), Json::List(items)) if items.is_empty() => is_wanted(value).into(),
        (FieldType::List(item), Json::List(items)) => {
            items.iter().map(|value| of_type(value, item, is_wanted)).max().unwrap_or(Sure::No)
        }
        (FieldType::List(item), Json::Object(_)) if matches!(**item, FieldType::Record(_)) => {
            of_type(value, item, is_wanted)
        }
        (FieldType::Record(_) | FieldType::List(_), _) => Sure::No,
        _ if is_wanted(value) => scalar(value, field_type),
        _ => Sure::No,
    }
}

fn scalar(value: &Json, field_type: &FieldType) -> Sure {
    if is_nothing(value) || *value == Json::Unreadable {
        return Sure::No;
    }
    if matches!(field_type, FieldType::Any) {
        return Sure::Yes;
    }
    match (field_type, value) {
        (_, Json::List(_) | Json::Object(_)) => Sure::No,
        (FieldType::Text | FieldType::Secret | FieldType::Enum(_), _)
        | (FieldType::Boolean, Json::Boolean(_)) => Sure::Yes,
        (FieldType::Number, Json::Number(text) | Json::Text(text)) => whole_number(text.trim()),
        (FieldType::Decimal, Json::Number(text) | Json::Text(text)) => decimal(text.trim()),
        (FieldType::Boolean, Json::Number(digits)) => matches!(digits.as_str(), "0" | "1").into(),
        (FieldType::Boolean, Json::Text(text)) => {
            matches!(text.as_str(), "0" | "1" | "true" | "false" | "True" | "False").into()
        }
        (FieldType::Date | FieldType::DateTime | FieldType::Timestamp, Json::Text(text)) => time(text.trim()),
        _ => Sure::No,
    }
}

/// Null and what is empty.
pub(super) fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Whether a value is more than nothing, false and 0, in any spelling.
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
        value => !is_nothing(value),
    }
}

/// Numbers that are counts and ids: -1 stands for none.
fn whole_number(text: &str) -> Sure {
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !whole.is_empty() && whole.len() <= 15 && are_digits(whole) && are_digits(fraction) {
        return fraction.bytes().all(|byte| byte == b'0').into();
    }
    let is_negative = text.starts_with('-') && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if is_negative { Sure::No } else { odd_number(text) }
}

fn decimal(text: &str) -> Sure {
    let is_plain = text.len() <= 20 && !text.contains(['e', 'E']);
    if is_plain && is_number(text) { Sure::Yes } else { odd_number(text) }
}

fn odd_number(text: &str) -> Sure {
    let is_like_one = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-._eE".contains(&byte));
    if is_like_one && text.bytes().any(|byte| byte.is_ascii_digit()) { Sure::Maybe } else { Sure::No }
}

/// Whether a text is a day of the calendar, perhaps with a time.
fn time(text: &str) -> Sure {
    if !text.trim_start_matches(['-', '+']).starts_with(|character: char| character.is_ascii_digit()) {
        return Sure::No;
    }
    let form: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let is_possible = match form.as_str() {
        "0000-00-00" => text.parse::<Date>().is_ok(),
        "0000-00-00 00:00:00" | "0000-00-00T00:00:00" => text.parse::<DateTime>().is_ok(),
        _ => return Sure::Maybe,
    };
    match is_possible {
        // The last day of the calendar is no moment in every zone.
        true if text.starts_with("9999") => Sure::Maybe,
        is_possible => is_possible.into(),
    }
}
