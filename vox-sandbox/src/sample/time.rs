//! Times, by the names of their fields.

use jiff::civil::{DateTime, Time};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, Unit};

use super::hash::Hash;

const SECONDS_OF_A_DAY: u64 = 86_400;
/// The past in which things happened, in days.
const PAST_DAYS: u64 = 30;
/// The time from the order of a report to its completion, in seconds.
const REPORT_SECONDS: i64 = 2;
/// The smallest id of a report that is the time of its order, in milliseconds since 1970: in the year 2001.
const FIRST_ORDER: u64 = 1_000_000_000_000;

/// The times of a sample.
pub(super) struct Times {
    pub(super) now: Timestamp,
    /// The span of time that the request names.
    pub(super) range: Option<(DateTime, DateTime)>,
}

impl Times {
    fn today(&self) -> DateTime {
        Offset::UTC.to_datetime(self.now).date().at(0, 0, 0, 0)
    }

    /// When the event that a record describes began.
    pub(super) fn start(&self, record: Hash) -> DateTime {
        let hash = record.with("time");
        if let Some((from, to)) = self.range {
            let seconds = to.duration_since(from).as_secs();
            return later(from, hash.below(u64::try_from(seconds).unwrap_or(0).max(1)));
        }
        let before = hash.below(PAST_DAYS * SECONDS_OF_A_DAY) + 1;
        self.today().saturating_sub(duration(before))
    }

    /// When a part of an event began.
    pub(super) fn after(start: DateTime, part: Hash) -> DateTime {
        later(start, part.with("time").below(300))
    }

    /// The value of a field, of an event that began at `start`.
    pub(super) fn of_field(&self, name: &str, start: DateTime, record: Hash) -> DateTime {
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["next", "expir", "until", "renewal", "store_"]) {
            let days = record.with(name).below(PAST_DAYS) + 1;
            return later(self.today(), days * SECONDS_OF_A_DAY);
        }
        let seconds = if has(&["modif", "updat", "chang", "upload", "download", "last_"]) {
            900
        } else if has(&["end", "finish", "complet", "processed", "deliver"]) || name.starts_with("to_") {
            600
        } else {
            0
        };
        let time = later(start, seconds);
        self.range.map_or(time, |(_, to)| time.min(to))
    }

    /// The id of a report that is ordered now: the time, so that the id tells when the report is complete.
    pub(super) fn new_report(&self) -> u64 {
        u64::try_from(self.now.as_millisecond()).unwrap_or(FIRST_ORDER).max(FIRST_ORDER)
    }

    /// When the report with this id was ordered; `None` for another id.
    pub(super) fn ordered(id: u64) -> Option<DateTime> {
        let millis = i64::try_from(id).ok().filter(|_| id >= FIRST_ORDER)?;
        let time = Timestamp::from_millisecond(millis).ok()?.round(Unit::Second).ok()?;
        Some(Offset::UTC.to_datetime(time))
    }

    /// When the report with this id is complete; `None` for an id that is not the time of its order.
    pub(super) fn completed(id: u64) -> Option<DateTime> {
        Some(Self::ordered(id)?.saturating_add(SignedDuration::from_secs(REPORT_SECONDS)))
    }

    /// Whether the report with this id is not complete yet.
    pub(super) fn is_pending(&self, id: u64) -> bool {
        Self::completed(id).is_some_and(|completed| completed > Offset::UTC.to_datetime(self.now))
    }
}

/// As the API writes it: `2026-01-31 18:05:00`.
pub(super) fn text(time: DateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// The number of seconds since 1970.
pub(super) fn seconds(time: DateTime) -> i64 {
    Offset::UTC.to_timestamp(time).unwrap_or(Timestamp::MAX).as_second()
}

/// The time of day of a field: office hours.
pub(super) fn of_day(name: &str) -> Time {
    let hour = if ["finish", "end", "to_", "max"].iter().any(|word| name.contains(word)) { 18 } else { 9 };
    Time::constant(hour, 0, 0, 0)
}

fn later(time: DateTime, seconds: u64) -> DateTime {
    time.saturating_add(duration(seconds))
}

fn duration(seconds: u64) -> SignedDuration {
    SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX))
}
