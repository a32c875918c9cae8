//! Reads and writes dates and times.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use super::scalar::{Scalar, kind};
use super::{FieldContent, FieldValue, ValueReader};
use crate::error::DecodeError;
use crate::meta::FieldType;

/// Reads a date or a time. An impossible date, such as `0000-00-00`, is absent.
fn read_time<T>(
    json: ValueReader<'_>,
    expected: &str,
    parse: fn(&str) -> Option<T>,
) -> Result<Option<T>, DecodeError> {
    let json = json.json()?;
    match Scalar::expect(json, expected)? {
        Scalar::Null => Ok(None),
        Scalar::Text(text) if text.is_empty() => Ok(None),
        Scalar::Text(text) => match parse(text.trim()) {
            Some(time) => Ok(Some(time)),
            None if is_impossible(text.trim()) => Ok(None),
            None => Err(DecodeError::unexpected(expected, "another string")),
        },
        _ => Err(DecodeError::unexpected(expected, kind(json))),
    }
}

/// Whether a text has the format of a date, perhaps with a time, but there is no such day or time. Any other text may be a date
/// in an unknown format, which must not be lost silently.
fn is_impossible(text: &str) -> bool {
    let (date, time) = text.split_at(text.find(['T', 't', ' ']).unwrap_or(text.len()));
    let is_time = time.bytes().all(|byte| byte.is_ascii_digit() || b"-+:.TZtz ".contains(&byte));
    // A text may also be a time of day alone.
    let time = if time.is_empty() { date } else { &time[1..] };
    is_time && (is_impossible_date(date) || is_impossible_time(time))
}

/// Whether no such day exists. Servers convert `0000-00-00` into a date before the year 1, and "forever" into the year 9999.
fn is_impossible_date(text: &str) -> bool {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |text| ("-", text));
    let mut numbers = text.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return false;
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() < 4 || month.len() > 2 || day.len() > 2 || ![year, month, day].into_iter().all(is_number) {
        return false;
    }
    let date = match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    !sign.is_empty() || date.is_none_or(|date| date.year() < 1 || date.year() == 9999)
}

fn is_impossible_time(text: &str) -> bool {
    let mut numbers = text.splitn(3, ':').map(|number| number.get(..2)?.parse::<u8>().ok());
    let (Some(Some(hour)), Some(Some(minute))) = (numbers.next(), numbers.next()) else { return false };
    let second = numbers.next().flatten().unwrap_or_default();
    hour > 23 || minute > 59 || second > 60
}

impl FieldValue for Date {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::Date
    }

    /// Reads `YYYY-MM-DD`; a time is dropped. An impossible date, such as `0000-00-00`, is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_time(json, "a date such as 2026-01-31", |text| date_time(text).map(DateTime::date))
    }

    /// Writes `YYYY-MM-DD`.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::display(self)
    }
}

impl FieldValue for DateTime {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::DateTime
    }

    /// Reads `YYYY-MM-DD HH:mm:ss`; an offset is dropped. An impossible date is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_time(json, "a time such as 2026-01-31 18:05:00", date_time)
    }

    /// Writes `YYYY-MM-DD HH:mm:ss`, with a fraction of a second if there is one.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(formatted(*self))
    }
}

impl FieldValue for Time {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::MIN
    }

    fn field_type() -> FieldType {
        FieldType::Time
    }

    /// Reads `HH:mm:ss` and `HH:mm`; a date is dropped. An impossible time is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_time(json, "a time of day such as 18:05:00", time_of_day)
    }

    /// Writes `HH:mm:ss`, with a fraction of a second if there is one.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::display(self)
    }
}

impl FieldValue for Timestamp {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::UNIX_EPOCH
    }

    fn field_type() -> FieldType {
        FieldType::Timestamp
    }

    /// Reads `YYYY-MM-DD HH:mm:ss` in UTC, or with the offset that follows it. An impossible date, and one that a timestamp
    /// cannot hold (`9999-12-31 23:59:59`), is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        read_time(json, "a UTC time such as 2026-01-31 18:05:00", timestamp)
    }

    /// Writes `YYYY-MM-DD HH:mm:ss` in UTC, with a fraction of a second if there is one.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(formatted(Offset::UTC.to_datetime(*self)))
    }
}

/// The time in the API's format, with a fraction of a second if there is one.
fn formatted(time: DateTime) -> String {
    format!("{} {}", time.date(), time.time())
}

/// Parses a date and time, ignoring an offset. Without a time it is midnight.
pub(crate) fn date_time(text: &str) -> Option<DateTime> {
    // `jiff` ignores most offsets, but rejects `Z`.
    text.parse().ok().or_else(|| Some(split_offset(text)?.0))
}

/// Parses a time of day: `18:05:00`, `18:05`, or that of a date and time.
pub(crate) fn time_of_day(text: &str) -> Option<Time> {
    // `jiff` also reads `1805`, which may be any number.
    if text.contains(':') { text.parse().ok().or_else(|| date_time(text).map(DateTime::time)) } else { None }
}

/// Parses a time with an offset, or in UTC.
pub(crate) fn timestamp(text: &str) -> Option<Timestamp> {
    const PLAIN: usize = "2026-01-31 18:05:00".len();
    // The API's own format has no offset.
    let is_plain = text.len() == PLAIN && text.as_bytes()[PLAIN - 3] == b':';
    if is_plain {
        return utc(text);
    }
    match offset_at(text) {
        Some(_) => text.parse().ok().or_else(|| {
            let (time, offset) = split_offset(text)?;
            offset.to_timestamp(time).ok()
        }),
        None => utc(text),
    }
}

fn utc(text: &str) -> Option<Timestamp> {
    Offset::UTC.to_timestamp(text.parse().ok()?).ok()
}

/// The position of the offset, if there is one.
fn offset_at(text: &str) -> Option<usize> {
    const DATE: usize = "2026-01-31".len();
    text.get(DATE..)?.find(['Z', 'z', '+', '-', '[']).map(|at| DATE + at)
}

/// Parses a time and its offset separately, for combinations that `jiff` rejects: `2026-01-31T18:05+0300`.
fn split_offset(text: &str) -> Option<(DateTime, Offset)> {
    let (time, offset) = text.split_at(offset_at(text)?);
    let time = time.trim_end().parse().ok()?;
    if offset.eq_ignore_ascii_case("z") {
        return Some((time, Offset::UTC));
    }
    let (sign, digits) = match offset.split_at(1) {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(both) => both,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "00"),
    };
    let number = |text: &str| {
        let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes).filter(|minutes| *minutes < 60)?);
    Some((time, Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::record::read_json;

    fn read<T: FieldValue>(text: &str) -> Result<Option<T>, String> {
        let json = serde_json::to_string(text).unwrap();
        read_json(&json, T::read).map_err(|error| error.reason().to_owned())
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is compared with what is read")]
    fn at(text: &str) -> Result<Option<Timestamp>, String> {
        Ok(Some(text.parse().unwrap()))
    }

    #[test]
    fn times_without_an_offset_are_utc() {
        for text in
            ["2026-01-31 18:05:00", "2026-01-31T18:05:00", "2026-01-31T18:05", "2026-01-31 18:05:00.000"]
        {
            assert_eq!(read(text), at("2026-01-31T18:05:00Z"), "{text}");
        }
        assert_eq!(read("2026-01-31"), at("2026-01-31T00:00:00Z"));
    }

    #[test]
    fn an_offset_of_any_length_counts() {
        for text in [
            "2026-01-31T18:05+03",
            "2026-01-31 18:05+03",
            "2026-01-31T18:05+03:00",
            "2026-01-31T18:05:00+0300",
            "2026-01-31 18:05:00 +03:00",
            "2026-01-31T15:05Z",
            "2026-01-31T15:05:00Z",
            "2026-01-31 15:05:00Z",
            "2026-01-31T11:05:00.00-04",
            "2026-01-31T11:05-0400",
            "2026-01-31 18:05:00+3:00",
            "2026-01-31 18:05:00 +3",
            "2026-01-31 15:05:00 Z",
        ] {
            assert_eq!(read(text), at("2026-01-31T15:05:00Z"), "{text}");
        }
    }

    #[test]
    fn impossible_dates_are_absent() {
        for text in [
            "0000-00-00",
            "0000-00-00 00:00:00",
            "2026-02-30",
            "2026-13-01 00:00:00",
            "2026-01-01 25:00:00",
            "99999-12-31",
            "-0001-11-30 00:00:00",
            "0000-00-00T00:00:00+03:00",
            "2026-01-01 24:00:00",
            "2026-01-01T10:60Z",
        ] {
            assert_eq!(read::<Date>(text), Ok(None), "{text}");
            assert_eq!(read::<DateTime>(text), Ok(None), "{text}");
            assert_eq!(read::<Timestamp>(text), Ok(None), "{text}");
        }
        for text in ["9999-12-31 23:59:59", "9999-12-31T23:59:59Z", "9999-12-31 23:59:59 +0300"] {
            assert_eq!(read::<Timestamp>(text), Ok(None), "{text}");
        }
        assert_eq!(read("9999-12-31 23:59:59"), Ok(Some(jiff::civil::date(9999, 12, 31).at(23, 59, 59, 0))));
    }

    #[test]
    fn dates_and_civil_times_are_as_written() {
        let day = jiff::civil::date(2026, 1, 31);
        for text in [
            "2026-01-31",
            "2026-01-31 00:00:00",
            "2026-01-31T00:00:00Z",
            "2026-01-31T00:00:00+03:00",
            "2026-01-31T00:00Z",
            "2026-01-31 00:00:00 +03:00",
            "2026-01-31 00:00:00+0300",
            "2026-01-31T00:00-3",
            "2026-01-31 00:00:00 Z",
        ] {
            assert_eq!(read(text), Ok(Some(day)), "{text}");
        }
        for text in
            ["2026-01-31 18:05:00", "2026-01-31T18:05:00+03:00", "2026-01-31 18:05:00Z", "2026-01-31T18:05"]
        {
            assert_eq!(read(text), Ok(Some(day.at(18, 5, 0, 0))), "{text}");
        }
    }

    #[test]
    fn times_of_day_are_read() {
        let time = |hour, minute, second| Ok(Some(Time::constant(hour, minute, second, 0)));
        for (text, expected) in [
            ("18:05:07", time(18, 5, 7)),
            (" 18:05 ", time(18, 5, 0)),
            ("00:00:00", time(0, 0, 0)),
            ("2026-01-31 18:05:07", time(18, 5, 7)),
            ("2026-01-31 18:05:07Z", time(18, 5, 7)),
            ("25:00:00", Ok(None)),
            ("24:00", Ok(None)),
            ("", Ok(None)),
        ] {
            assert_eq!(read::<Time>(text), expected, "{text}");
        }
        for text in ["1805", "6 pm", "6:05", "2026-01-31", "18", "n/a"] {
            let expected = "expected a time of day such as 18:05:00, found another string";
            assert_eq!(read::<Time>(text), Err(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn other_texts_are_errors() {
        for text in [
            "tomorrow",
            "hunter2",
            "2026",
            "31.01.2026",
            "18:05",
            "n/a",
            // These may be dates, so they must not count as absent.
            "31-01-2026",
            "12-31-2026 18:05:00",
            "2026-1-5",
            "2026-01-31 18:05:00 +99:99",
            "2026-01-31 18:05:00 - 5",
            "2026-01-31 6:05 pm",
            "2026-01-31-02-03",
        ] {
            let reason = read::<Timestamp>(text).unwrap_err();
            assert_eq!(
                reason, "expected a UTC time such as 2026-01-31 18:05:00, found another string",
                "{text}"
            );
            assert!(read::<Date>(text).is_err() && read::<DateTime>(text).is_err(), "{text}");
        }
        assert_eq!(read::<Date>(""), Ok(None));
    }
}
