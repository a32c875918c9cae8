//! The sandbox's clock, which tests can move.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// The clock the sandbox reads, for token times and creation dates alike.
///
/// It runs at the speed of the machine's clock, shifted by what [`advance`](Self::advance) and [`set`](Self::set)
/// say. Clones move together.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    shift: Arc<Mutex<SignedDuration>>,
}

impl Clock {
    /// The time it is in the sandbox.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let shift = *self.shift.lock().unwrap_or_else(PoisonError::into_inner);
        shifted(Timestamp::now(), shift)
    }

    /// Moves the clock forward; a token signed before may be expired afterwards.
    pub fn advance(&self, by: Duration) {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        let mut shift = self.shift.lock().unwrap_or_else(PoisonError::into_inner);
        *shift = shift.saturating_add(by);
    }

    /// Sets the clock to a time, from which it runs on.
    pub fn set(&self, now: Timestamp) {
        let shift = now.duration_since(Timestamp::now());
        *self.shift.lock().unwrap_or_else(PoisonError::into_inner) = shift;
    }
}

/// Saturating, so that no test can make the sandbox panic by moving its clock too far.
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

/// A time as HTTP writes it: `Sat, 31 Jan 2026 23:59:59 GMT`.
pub(crate) fn http_date(time: Timestamp) -> String {
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_moves_and_its_clones_with_it() {
        let clock = Clock::default();
        let clone = clock.clone();
        clock.set("2030-01-02T03:04:05Z".parse().unwrap());
        assert!(api_time(clone.now()).starts_with("2030-01-02 03:04:0"));
        clone.advance(Duration::from_secs(3600));
        assert!(api_time(clock.now()).starts_with("2030-01-02 04:04:0"));
    }

    #[test]
    fn it_stops_at_the_end_of_time() {
        let clock = Clock::default();
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), Timestamp::MAX);
    }
}
