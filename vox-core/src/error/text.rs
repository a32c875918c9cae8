//! Formats parts of messages.

use std::fmt;
use std::time::Duration;

/// Formats a duration: `90 s`, `2.4 s`, `50 ms`.
pub(crate) struct HumanDuration(pub(crate) Duration);

impl fmt::Display for HumanDuration {
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

/// Formats text from a server so that it cannot forge, hide or flood lines of a log: control characters and invisible
/// characters are escaped, quotes are not, and a long text is shortened and ends with `…`.
pub(crate) struct Escaped<'t>(pub(crate) &'t str);

/// The largest number of characters that are shown.
const MAX_SHOWN: usize = 500;

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, character) in self.0.chars().enumerate() {
            match character {
                _ if index == MAX_SHOWN => return f.write_str("…"),
                '\'' | '"' => write!(f, "{character}")?,
                _ => write!(f, "{}", character.escape_debug())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        for (millis, text) in [(0, "0 ms"), (50, "50 ms"), (999, "999 ms"), (2400, "2.4 s"), (90_000, "90 s")]
        {
            assert_eq!(HumanDuration(Duration::from_millis(millis)).to_string(), text);
        }
    }

    #[test]
    fn quotes_stay_and_control_characters_are_escaped() {
        let text = Escaped("the account's \"name\"\n\u{1b}[31m\u{202e}\u{7f}").to_string();
        assert_eq!(text, r#"the account's "name"\n\u{1b}[31m\u{202e}\u{7f}"#);
    }

    #[test]
    fn long_texts_are_shortened() {
        for (length, end) in [(499, ""), (500, ""), (501, "…"), (9_000_000, "…")] {
            let expected = "ж".repeat(length.min(MAX_SHOWN)) + end;
            assert!(Escaped(&"ж".repeat(length)).to_string() == expected, "{length}");
        }
    }
}
