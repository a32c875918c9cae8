//! Retry policy.

use std::time::Duration;

use crate::error::Error;

const ATTEMPTS: u32 = 4;
const BASE: Duration = Duration::from_millis(200);
const CAP: Duration = Duration::from_secs(5);

/// A retry policy: the number of attempts, and the pauses between them.
///
/// Which errors are retried is not a setting: [`Error::is_retryable`] decides. A method that changes something is retried
/// only where it certainly had no [effect](crate::Effect).
///
/// The pause before each further attempt is a random time between zero and a limit that begins with
/// [`base`](Retry::base), doubles each time and ends at [`cap`](Retry::cap). If the server asks for a longer pause
/// (`Retry-After`), that one is used. If a pause would end after the call's [timeout](super::ClientBuilder::timeout), the
/// call fails at once with the last error.
///
/// ```
/// use std::time::Duration;
/// use vox_core::Retry;
///
/// let patient = Retry::default().attempts(8).cap(Duration::from_secs(20));
/// # assert_ne!(patient, Retry::never());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    attempts: u32,
    base: Duration,
    cap: Duration,
}

/// Four attempts in all; pauses of up to 200 ms, 400 ms and 800 ms.
impl Default for Retry {
    fn default() -> Self {
        Self { attempts: ATTEMPTS, base: BASE, cap: CAP }
    }
}

impl Retry {
    /// No retries, except one with a new token if the API rejects a token because of clock skew.
    #[must_use]
    pub fn never() -> Self {
        Self::default().attempts(1)
    }

    /// The maximum number of attempts, the first included; 4 by default. Zero counts as one. A retry with a new token is extra.
    #[must_use]
    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts: attempts.max(1), ..self }
    }

    /// The limit of the first pause; 200 milliseconds by default.
    #[must_use]
    pub fn base(self, base: Duration) -> Self {
        Self { base, ..self }
    }

    /// The limit of any pause; 5 seconds by default.
    #[must_use]
    pub fn cap(self, cap: Duration) -> Self {
        Self { cap, ..self }
    }

    /// One attempt more than was allowed.
    pub(super) fn one_more(self) -> Self {
        Self { attempts: self.attempts.saturating_add(1), ..self }
    }

    /// The pause before the next attempt, after `tried` attempts of which the last failed with `error`; `None` if there is no
    /// further attempt, also because the pause would be longer than the time `left` for the call.
    pub(super) fn pause(&self, tried: u32, error: &Error, left: Duration) -> Option<Duration> {
        if tried >= self.attempts || !error.is_retryable() {
            return None;
        }
        let pause = self.limit(tried).mul_f64(fastrand::f64());
        let pause = pause.max(error.retry_after().unwrap_or_default());
        (pause < left).then_some(pause)
    }

    /// The limit of the pause after this many attempts.
    fn limit(&self, tried: u32) -> Duration {
        let factor = 2_u32.saturating_pow(tried.saturating_sub(1));
        self.base.saturating_mul(factor).min(self.cap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::TransportError;
    use crate::error::tests::{READ, WRITE, rejected};

    const HOUR: Duration = Duration::from_secs(3600);

    fn lost() -> Error {
        Error::transport(&WRITE, TransportError::not_sent("refused"))
    }

    #[test]
    fn limits_double_up_to_the_cap() {
        let limits: Vec<_> = (1..=7).map(|tried| Retry::default().limit(tried).as_millis()).collect();
        assert_eq!(limits, [200, 400, 800, 1600, 3200, 5000, 5000]);
        assert_eq!(Retry::default().limit(u32::MAX), CAP);
        assert_eq!(Retry::default().base(HOUR).limit(1), CAP);
        assert_eq!(Retry::default().base(Duration::MAX).cap(Duration::MAX).limit(9), Duration::MAX);
    }

    #[test]
    fn pauses_are_anywhere_below_the_limit() {
        let pauses: Vec<_> =
            (0..200).map(|_| Retry::default().pause(3, &lost(), HOUR).unwrap().as_millis()).collect();
        assert!(pauses.iter().all(|&pause| pause < 800));
        assert!(pauses.iter().any(|&pause| pause < 400) && pauses.iter().any(|&pause| pause > 400));
        let endless = Retry::default().base(Duration::MAX).cap(Duration::MAX);
        assert!(endless.pause(1, &lost(), Duration::MAX).is_some());
    }

    #[test]
    fn attempts_are_counted_in_all() {
        assert!(Retry::default().pause(3, &lost(), HOUR).is_some());
        assert!(Retry::default().pause(4, &lost(), HOUR).is_none());
        for never in [Retry::never(), Retry::default().attempts(0)] {
            assert!(never.pause(1, &lost(), HOUR).is_none());
        }
    }

    #[test]
    fn the_error_decides() {
        let pause = |error| Retry::default().pause(1, &error, HOUR).is_some();
        assert!(pause(Error::transport(&READ, TransportError::unknown("reset"))));
        assert!(!pause(Error::transport(&WRITE, TransportError::unknown("reset"))));
        assert!(!pause(Error::transport(&READ, TransportError::not_sent("bad certificate").permanent())));
        assert!(pause(rejected(340, None)));
        assert!(!pause(rejected(100, None)));
    }

    #[test]
    fn retry_after_is_honored_if_it_fits_the_timeout() {
        let busy = rejected(340, Some(Duration::from_secs(60)));
        let pause = |left| Retry::default().pause(1, &busy, Duration::from_secs(left));
        assert_eq!(pause(61), Some(Duration::from_secs(60)));
        assert_eq!(pause(60), None);
        let soon = rejected(340, Some(Duration::ZERO));
        assert!(Retry::default().pause(1, &soon, HOUR).is_some_and(|pause| pause < BASE));
    }

    #[test]
    fn no_pause_ends_after_the_call() {
        assert!(Retry::default().pause(1, &lost(), Duration::ZERO).is_none());
    }
}
