//! The times that an answer's headers tell.

use std::time::Duration;

use ::http::HeaderMap;
use ::http::header::{DATE, HeaderName, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

/// The server's clock, as its `Date` header tells.
pub(super) fn date(headers: &HeaderMap) -> Option<Timestamp> {
    moment(text(headers, DATE)?)
}

/// How long the server asks to wait: `Retry-After`, in seconds or as a date. The date is compared with the server's own
/// clock where it tells that, else with `now`; one that has passed asks for no wait.
pub(super) fn retry_after(headers: &HeaderMap, now: impl FnOnce() -> Timestamp) -> Option<Duration> {
    let text = text(headers, RETRY_AFTER)?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let wait = moment(text)?.duration_since(date(headers).unwrap_or_else(now));
    Some(Duration::try_from(wait).unwrap_or_default())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    Some(headers.get(name)?.to_str().ok()?.trim())
}

/// A date as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
fn moment(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|&(name, text)| (HeaderName::from_static(name), text.parse().unwrap())).collect()
    }

    /// The wait in seconds, on a clock that shows 08:49:00.
    fn wait(pairs: &[(&'static str, &str)]) -> Option<u64> {
        let now = || "1994-11-06T08:49:00Z".parse().unwrap();
        retry_after(&headers(pairs), now).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds() {
        assert_eq!(wait(&[("retry-after", " 7 ")]), Some(7));
        assert_eq!(wait(&[("retry-after", "0")]), Some(0));
        assert_eq!(wait(&[("retry-after", "18446744073709551615")]), Some(u64::MAX));
    }

    #[test]
    fn dates_count_from_the_servers_clock() {
        let date = ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(wait(&[date]), Some(37));
        assert_eq!(wait(&[date, ("date", "Sun, 06 Nov 1994 08:49:30 GMT")]), Some(7));
        assert_eq!(wait(&[date, ("date", "Sun, 06 Nov 1994 09:00:00 GMT")]), Some(0));
        assert_eq!(wait(&[date, ("date", "yesterday")]), Some(37));
    }

    #[test]
    fn anything_else_asks_for_nothing() {
        for text in ["", "-1", "1.5", "soon", "Sun, 99 Nov 1994 08:49:37 GMT", "18446744073709551616"] {
            assert_eq!(wait(&[("retry-after", text)]), None, "{text}");
        }
        assert_eq!(wait(&[]), None);
    }
}
