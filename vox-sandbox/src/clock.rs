//! The sandbox's clock, which tests can set.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use jiff::fmt::rfc2822;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// The clock of a sandbox, by which tokens are checked and accounts created.
///
/// It runs at the speed of the machine's clock. [`advance`](Self::advance) and [`set`](Self::set) change it for all
/// clones.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    shift: Arc<Mutex<SignedDuration>>,
}

impl Clock {
    /// The current time in the sandbox.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let shift = *self.shift.lock().unwrap_or_else(PoisonError::into_inner);
        shifted(Timestamp::now(), shift)
    }

    /// Moves the clock forward. Tokens signed before may then be expired.
    pub fn advance(&self, by: Duration) {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        let mut shift = self.shift.lock().unwrap_or_else(PoisonError::into_inner);
        *shift = shift.saturating_add(by);
    }

    /// Sets the clock, which runs from this time.
    pub fn set(&self, now: Timestamp) {
        let shift = now.duration_since(Timestamp::now());
        *self.shift.lock().unwrap_or_else(PoisonError::into_inner) = shift;
    }
}

/// Saturating, so that moving the clock too far causes no panic.
fn shifted(time: Timestamp, shift: SignedDuration) -> Timestamp {
    let limit = if shift.is_negative() { Timestamp::MIN } else { Timestamp::MAX };
    time.checked_add(shift).unwrap_or(limit)
}

/// The day of a time, UTC.
pub(crate) fn day(time: Timestamp) -> Date {
    Offset::UTC.to_datetime(time).date()
}

/// A time as the API writes it: `2026-01-31 23:59:59`, UTC.
pub(crate) fn api_time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// A time as HTTP writes it: `Sat, 31 Jan 2026 23:59:59 GMT`; `None` before the year 0.
pub(crate) fn http_date(time: Timestamp) -> Option<String> {
    rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&time).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_the_time() {
        let clock = Clock::default();
        let clone = clock.clone();
        clock.set("2030-01-02T03:04:05Z".parse().unwrap());
        assert!(api_time(clone.now()).starts_with("2030-01-02 03:04:0"));
        clone.advance(Duration::from_secs(3600));
        assert!(api_time(clock.now()).starts_with("2030-01-02 04:04:0"));
    }

    #[test]
    fn the_clock_stops_at_the_last_timestamp() {
        let clock = Clock::default();
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), Timestamp::MAX);
    }

    #[test]
    fn http_dates_have_the_form_of_rfc_9110() {
        let date = |time: &str| http_date(time.parse().unwrap());
        assert_eq!(date("2026-01-01T03:04:05.6Z").as_deref(), Some("Thu, 01 Jan 2026 03:04:05 GMT"));
        assert_eq!(http_date(Timestamp::MIN), None);
    }
}
