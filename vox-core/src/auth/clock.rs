//! The clock that tokens are signed by.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

use crate::error::ConfigError;

/// The largest clock skew, in seconds, up to which tokens are signed by the server's time. A larger one is an error of
/// configuration: following it would sign tokens that are valid at another time than now.
const MAX_SKEW: u64 = 24 * 3600;

type Source = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A local clock, and how far the server's is ahead of it.
#[derive(Default)]
pub(super) struct Clock {
    /// The machine's clock, where there is no other.
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
        self.source.as_ref().map_or_else(machine, |source| Ok(source())).map(Timestamp::as_second)
    }

    /// The server's time at this local time, as far as it is known.
    pub(super) fn server_time(&self, now: i64) -> i64 {
        now.saturating_add(self.skew.load(Ordering::Relaxed))
    }

    /// Sets the skew by what the server's clock shows now.
    pub(super) fn set_server_time(&self, server: Timestamp) -> Result<(), ConfigError> {
        let now = self.now()?;
        let skew = server.as_second() - now;
        if skew.unsigned_abs() > MAX_SKEW {
            return Err(ConfigError::new(format!(
                "the server's clock ({}) and the local clock ({}) differ by more than 24 hours; correct the local \
                 clock",
                Second(server.as_second()),
                Second(now),
            )));
        }
        self.skew.store(skew, Ordering::Relaxed);
        Ok(())
    }
}

/// The machine's clock: the only place where authentication reads it.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn machine() -> Result<Timestamp, ConfigError> {
    Timestamp::try_from(std::time::SystemTime::now())
        .map_err(|error| ConfigError::new("the machine's clock shows an impossible time").with_cause(error))
}

/// Here the standard library panics when the clock is read.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn machine() -> Result<Timestamp, ConfigError> {
    Err(ConfigError::new(
        "this platform has no clock, which signing a token needs: set one with `ServiceAccount::with_clock`",
    ))
}

/// A time that is shown to the second.
struct Second(i64);

impl fmt::Display for Second {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_second(self.0) {
            Ok(time) => time.fmt(f),
            Err(_) => self.0.fmt(f),
        }
    }
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
