//! Parameters that are dates and times, in the API's formats.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::declare::ParamValue;
use crate::declare::record::{date_time, time_of_day, timestamp};
use crate::declare::setter::Converted;
use crate::meta::{ParamMeta, ParamType, ValueMeta};
use crate::text::form::ValueWriter;
use crate::violation::{ViolationKind, Violations};

/// Adds a violation for a year that the API's format cannot express.
fn check_year(date: Date, param: &'static ParamMeta, violations: &mut Violations) {
    if date.year() < 1 {
        violations.add_with_value(
            param,
            ViolationKind::Type("a date in the years 1 to 9999"),
            &date.to_string(),
        );
    }
}

impl ParamValue for Date {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Date)
    }

    /// Writes `YYYY-MM-DD`.
    fn write(&self, out: &mut ValueWriter<'_>) {
        out.date(*self);
    }

    /// Reads `YYYY-MM-DD`; a time after it, which some SDKs send, is dropped.
    fn read(text: &str) -> Result<Self, &'static str> {
        let parsed = text.parse::<DateTime>().map(DateTime::date);
        parsed.map_err(|_| "a date such as `2026-01-31`")
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        check_year(*self, param, violations);
    }
}

impl ParamValue for DateTime {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::DateTime)
    }

    /// Writes `YYYY-MM-DD HH:mm:ss`, without a fraction of a second.
    fn write(&self, out: &mut ValueWriter<'_>) {
        out.date_time(*self);
    }

    /// Reads `YYYY-MM-DD HH:mm:ss`; an offset is dropped. Without a time it is midnight.
    fn read(text: &str) -> Result<Self, &'static str> {
        date_time(text).ok_or("a time such as `2026-01-31 18:05:00`")
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        check_year(self.date(), param, violations);
    }
}

impl ParamValue for Timestamp {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Timestamp)
    }

    /// Writes `YYYY-MM-DD HH:mm:ss` in UTC, without a fraction of a second.
    fn write(&self, out: &mut ValueWriter<'_>) {
        out.date_time(Offset::UTC.to_datetime(*self));
    }

    /// Reads `YYYY-MM-DD HH:mm:ss` in UTC, or with the offset that follows it. Without a time it is midnight.
    fn read(text: &str) -> Result<Self, &'static str> {
        timestamp(text).ok_or("a UTC time such as `2026-01-31 18:05:00`")
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        check_year(Offset::UTC.to_datetime(*self).date(), param, violations);
    }
}

impl ParamValue for Time {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Time)
    }

    /// Writes `HH:mm:ss`, without a fraction of a second.
    fn write(&self, out: &mut ValueWriter<'_>) {
        out.time(*self);
    }

    /// Reads `HH:mm:ss` and `HH:mm`.
    fn read(text: &str) -> Result<Self, &'static str> {
        time_of_day(text).ok_or("a time of day such as `18:05:00`")
    }
}
