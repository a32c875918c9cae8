//! The clock that determines the times in tokens.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

use crate::error::ConfigError;

/// The largest clock skew, in seconds, for which tokens are signed by the server's time. A larger one is a configuration error:
/// tokens would be valid at another time than now.
const MAX_SKEW: u64 = 24 * 3600;

type Source = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A local clock, and by how much the server's clock is ahead of it.
#[derive(Default)]
pub(super) struct Clock {
    /// A function that returns the time; by default the machine's clock.
    source: Option<Source>,
    /// By how many seconds the server's clock is ahead.
    skew: AtomicI64,
}

impl Clock {
    pub(super) fn new(source: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { source: Some(Arc::new(source)), skew: AtomicI64::new(0) }
    }

    /// The local time, in seconds since 1970.
    pub(super) fn now(&self) -> Result<i64, ConfigError> {
        self.source.as_ref().map_or_else(machine_time, |source| Ok(source())).map(Timestamp::as_second)
    }

    /// The server's time at this local time.
    pub(super) fn server_time(&self, now: i64) -> i64 {
        now.saturating_add(self.skew.load(Ordering::Relaxed))
    }

    /// Sets the skew by the present time of the server's clock.
    pub(super) fn set_server_time(&self, server: Timestamp) -> Result<(), ConfigError> {
        let now = self.now()?;
        let skew = server.as_second() - now;
        if skew.unsigned_abs() > MAX_SKEW {
            return Err(ConfigError::new(format!(
                "the server's clock ({}) and the local clock ({}) differ by more than 24 hours; correct the local \
                 clock",
                shown(server.as_second()),
                shown(now),
            )));
        }
        self.skew.store(skew, Ordering::Relaxed);
        Ok(())
    }
}

/// The time of the machine's clock. Authentication reads it nowhere else.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn machine_time() -> Result<Timestamp, ConfigError> {
    Timestamp::try_from(std::time::SystemTime::now())
        .map_err(|error| ConfigError::new("the machine's clock shows an impossible time").with_cause(error))
}

/// On this platform, reading the clock panics.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn machine_time() -> Result<Timestamp, ConfigError> {
    Err(ConfigError::new(
        "signing a token needs a clock, and this platform has none: set one with `ServiceAccount::with_clock`",
    ))
}

/// Formats seconds since 1970 as a date and time.
fn shown(second: i64) -> String {
    Timestamp::from_second(second).map_or_else(|_| second.to_string(), |time| time.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_700_000_000;
    const DAY: i64 = 86_400;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_machines_clock_is_the_default() {
        let machine = Timestamp::now().as_second();
        assert!((machine..machine + 60).contains(&Clock::default().now().unwrap()));
    }

    #[test]
    fn the_servers_time_is_followed_up_to_a_day() {
        let clock = Clock::new(|| at(NOW));
        for skew in [0, -900, DAY, -DAY] {
            clock.set_server_time(at(NOW + skew)).unwrap();
            assert_eq!(clock.server_time(NOW + 1), NOW + skew + 1);
        }
    }

    #[test]
    fn a_larger_skew_is_an_error_that_states_both_clocks() {
        let clock = Clock::new(|| at(NOW));
        clock.set_server_time(at(NOW + 7)).unwrap();
        for server in [at(NOW + DAY + 1), at(NOW - DAY - 1), Timestamp::MIN, Timestamp::MAX] {
            let error = clock.set_server_time(server).unwrap_err().to_string();
            let shown = at(server.as_second()).to_string();
            assert!(error.contains(&format!("the server's clock ({shown})")), "{error}");
            assert!(error.contains("the local clock (2023-11-14T22:13:20Z)"), "{error}");
            // What was known before still holds.
            assert_eq!(clock.server_time(NOW), NOW + 7);
        }
    }

    #[test]
    fn clocks_at_the_ends_of_time_do_not_panic() {
        for (local, server) in [(Timestamp::MIN, Timestamp::MAX), (Timestamp::MAX, Timestamp::MIN)] {
            let clock = Clock::new(move || local);
            assert!(clock.set_server_time(server).unwrap_err().to_string().contains("24 hours"));
            clock.set_server_time(local).unwrap();
        }
    }
}
