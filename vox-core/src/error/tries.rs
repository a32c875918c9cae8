//! How often a call was tried.

use std::fmt;
use std::time::Duration;

/// The attempts of a call and the time they took, pauses and waiting included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tries {
    pub(crate) count: u32,
    pub(crate) elapsed: Duration,
}

/// One attempt: what a transport of the caller's own makes.
impl Default for Tries {
    fn default() -> Self {
        Self { count: 1, elapsed: Duration::ZERO }
    }
}

/// Empty for one attempt, else ` (3 attempts in 2.4 s)`.
impl fmt::Display for Tries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.count > 1 {
            write!(f, " ({} attempts in {})", self.count, Spoken(self.elapsed))
        } else {
            Ok(())
        }
    }
}

/// Empty where the server asked for no wait, else `; the server asks to wait 60 s`.
pub(crate) struct Asked(pub(crate) Option<Duration>);

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(wait) if !wait.is_zero() => write!(f, "; the server asks to wait {}", Spoken(wait)),
            _ => Ok(()),
        }
    }
}

/// A duration in words: `90 s`, `2.4 s`, `50 ms`.
pub(crate) struct Spoken(pub(crate) Duration);

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < Duration::from_secs(1) {
            write!(f, "{} ms", self.0.as_millis())
        } else if self.0.subsec_millis() < 50 {
            write!(f, "{} s", self.0.as_secs())
        } else {
            write!(f, "{:.1} s", self.0.as_secs_f64())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        for (millis, text) in [(0, "0 ms"), (50, "50 ms"), (999, "999 ms"), (2400, "2.4 s"), (90_000, "90 s")]
        {
            assert_eq!(Spoken(Duration::from_millis(millis)).to_string(), text);
        }
    }

    #[test]
    fn one_attempt_is_not_worth_a_word() {
        let tries = |count| Tries { count, elapsed: Duration::from_millis(2400) }.to_string();
        assert_eq!((tries(0), tries(1)), (String::new(), String::new()));
        assert_eq!(tries(3), " (3 attempts in 2.4 s)");
    }

    #[test]
    fn a_wait_is_told_where_there_is_one() {
        let asked = |seconds| Asked(Some(Duration::from_secs(seconds))).to_string();
        assert_eq!((Asked(None).to_string(), asked(0)), (String::new(), String::new()));
        assert_eq!(asked(60), "; the server asks to wait 60 s");
    }
}
