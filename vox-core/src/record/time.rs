//! Dates and times.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use serde::Deserializer;

use super::scalar::Scalar;
use super::{DecodeContext, FieldContent, FieldValue};
use crate::meta::FieldType;

/// Reads a text that begins like a date. One that is no day of the calendar, such as `0000-00-00`, is absent.
fn read_time<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    expected: &str,
    parse: fn(&str) -> Option<T>,
    context: &mut DecodeContext,
) -> Result<Option<T>, D::Error> {
    let scalar = Scalar::read(deserializer, expected, context)?;
    match &scalar {
        Scalar::Null => Ok(None),
        Scalar::Text(text) if text.is_empty() => Ok(None),
        Scalar::Text(text) => match parse(text.trim()) {
            Some(time) => Ok(Some(time)),
            None if looks_like_date(text) => Ok(None),
            None => Err(context.unexpected(expected, "another text")),
        },
        _ => Err(context.unexpected(expected, scalar.kind())),
    }
}

/// Whether a text has the form of a date and perhaps a time, whatever its numbers are.
fn looks_like_date(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['-', '+']);
    let has_date = text.len() >= 8 && text.as_bytes()[0].is_ascii_digit() && text.matches('-').count() >= 2;
    has_date && text.bytes().all(|byte| byte.is_ascii_digit() || b"-+:.TZtz ".contains(&byte))
}

impl FieldValue for Date {
    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::Date
    }

    /// Reads `YYYY-MM-DD`; a time behind it is dropped. An impossible date, such as `0000-00-00`, is absent.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        read_time(
            deserializer,
            "a date such as 2026-01-31",
            |text| date_time(text).map(DateTime::date),
            context,
        )
    }

    /// `YYYY-MM-DD`.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::display(self)
    }
}

impl FieldValue for DateTime {
    fn blank() -> Self {
        Self::ZERO
    }

    fn field_type() -> FieldType {
        FieldType::DateTime
    }

    /// Reads `YYYY-MM-DD HH:mm:ss` as it is written; an offset behind it is dropped. An impossible date is absent.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        read_time(deserializer, "a time such as 2026-01-31 18:05:00", date_time, context)
    }

    /// `YYYY-MM-DD HH:mm:ss`.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(spelled(*self))
    }
}

impl FieldValue for Timestamp {
    fn blank() -> Self {
        Self::UNIX_EPOCH
    }

    fn field_type() -> FieldType {
        FieldType::Timestamp
    }

    /// Reads `YYYY-MM-DD HH:mm:ss`, UTC; an offset behind it counts. An impossible date, and one that a timestamp cannot
    /// hold (`9999-12-31 23:59:59`), is absent.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        read_time(deserializer, "a UTC time such as 2026-01-31 18:05:00", timestamp, context)
    }

    /// `YYYY-MM-DD HH:mm:ss`, UTC.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(spelled(Offset::UTC.to_datetime(*self)))
    }
}

/// The time as the API writes it.
fn spelled(time: DateTime) -> String {
    format!("{} {}", time.date(), time.time())
}

/// The date and time as written, without a time midnight.
fn date_time(text: &str) -> Option<DateTime> {
    // `jiff` parses a civil time out of a text with an offset, but not out of one with `Z`.
    let text = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    text.parse().ok()
}

/// A time that names its offset is taken at its word; any other is UTC.
fn timestamp(text: &str) -> Option<Timestamp> {
    const PLAIN: usize = "2026-01-31 18:05:00".len();
    // What the API writes needs no attempt at an offset.
    let is_plain = text.len() == PLAIN && text.as_bytes()[PLAIN - 3] == b':';
    if is_plain {
        return utc(text);
    }
    match offset_at(text) {
        Some(_) => text.parse().ok().or_else(|| with_offset(text)),
        None => utc(text),
    }
}

fn utc(text: &str) -> Option<Timestamp> {
    Offset::UTC.to_timestamp(text.parse().ok()?).ok()
}

/// Where the offset of a time begins, if it names one.
fn offset_at(text: &str) -> Option<usize> {
    const DATE: usize = "2026-01-31".len();
    text.get(DATE..)?.find(['Z', 'z', '+', '-', '[']).map(|at| DATE + at)
}

/// A time with an offset that the parser does not know together with the rest: `2026-01-31T18:05+0300`.
fn with_offset(text: &str) -> Option<Timestamp> {
    let (time, offset) = text.split_at(offset_at(text)?);
    let time: DateTime = time.trim_end().parse().ok()?;
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes): (i32, i32) = match digits.len() {
        0 if offset.eq_ignore_ascii_case("z") => (0, 0),
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        _ => return None,
    };
    let seconds = (hours * 60 + minutes) * 60 * if offset.starts_with('-') { -1 } else { 1 };
    Offset::from_seconds(seconds).ok()?.to_timestamp(time).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: FieldValue>(text: &str) -> Result<Option<T>, String> {
        let json = serde_json::to_string(text).unwrap();
        let mut context = DecodeContext::default();
        T::read(&mut serde_json::Deserializer::from_str(&json), &mut context)
            .map_err(|_| context.failure().unwrap().1)
    }

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
    fn an_offset_counts_whatever_the_length() {
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
        ] {
            assert_eq!(read::<Date>(text), Ok(None), "{text}");
            assert_eq!(read::<DateTime>(text), Ok(None), "{text}");
            assert_eq!(read::<Timestamp>(text), Ok(None), "{text}");
        }
        assert_eq!(read::<Timestamp>("9999-12-31 23:59:59"), Ok(None));
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
    fn other_texts_are_errors() {
        for text in ["tomorrow", "hunter2", "2026", "31.01.2026", "18:05", "n/a"] {
            let reason = read::<Timestamp>(text).unwrap_err();
            assert_eq!(
                reason, "expected a UTC time such as 2026-01-31 18:05:00, found another text",
                "{text}"
            );
            assert!(read::<Date>(text).is_err() && read::<DateTime>(text).is_err(), "{text}");
        }
        assert_eq!(read::<Date>(""), Ok(None));
    }
}
