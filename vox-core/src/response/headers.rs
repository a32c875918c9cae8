//! Reads the headers of a response.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, DATE, HeaderName, RETRY_AFTER};
use jiff::Timestamp;

/// The server's time: the header `Date`.
pub(super) fn date(headers: &HeaderMap) -> Option<Timestamp> {
    timestamp(text(headers, DATE)?)
}

/// How long the server asks the client to wait: the header `Retry-After`, in seconds or as a date. A date is compared with the header
/// `Date` if there is one, else with `now`; the wait until a past date is zero.
pub(super) fn retry_after(headers: &HeaderMap, now: impl FnOnce() -> Option<Timestamp>) -> Option<Duration> {
    let text = text(headers, RETRY_AFTER)?;
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Too many seconds for a `u64` are a long time, too.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let wait = timestamp(text)?.duration_since(date(headers).or_else(now)?);
    Some(Duration::try_from(wait).unwrap_or_default())
}

/// This machine's time, if the platform has a clock.
pub(super) fn now() -> Option<Timestamp> {
    // On this platform, reading the clock panics.
    const HAS_CLOCK: bool = !cfg!(all(target_arch = "wasm32", target_os = "unknown"));
    HAS_CLOCK.then(Timestamp::now)
}

pub(super) fn content_type(headers: &HeaderMap) -> Option<String> {
    headers.get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(essence(value.as_bytes())).into_owned())
}

/// Replaces a media type that is none.
pub(super) const INVALID_TYPE: &str = "an invalid content type";

/// A media type without its parameters: a server that echoes its input could put a secret there.
fn essence(value: &[u8]) -> &[u8] {
    const MAX_LEN: usize = 100;
    let value = value.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii();
    let is_type = |byte: &u8| byte.is_ascii_alphanumeric() || b"/.+-_*".contains(byte);
    if value.len() <= MAX_LEN && value.iter().all(is_type) { value } else { INVALID_TYPE.as_bytes() }
}

/// The encoding of a compressed body.
pub(super) fn encoding(headers: &HeaderMap) -> Option<String> {
    let value = text(headers, CONTENT_ENCODING)?;
    let known = ["gzip", "x-gzip", "deflate", "br", "zstd", "compress"];
    match known.iter().find(|known| known.eq_ignore_ascii_case(value)) {
        Some(known) => Some((*known).to_owned()),
        None if value.is_empty() || value.eq_ignore_ascii_case("identity") => None,
        None => Some("an unknown encoding".to_owned()),
    }
}

/// Whether the body is marked as a file, not as the API's JSON.
pub(super) fn marks_file(headers: &HeaderMap) -> bool {
    let is_first = |name: HeaderName, word: &str| {
        let first = text(headers, name).and_then(|value| value.split(';').next());
        first.is_some_and(|first| first.trim().eq_ignore_ascii_case(word))
    };
    is_first(CONTENT_DISPOSITION, "attachment") || is_first(CONTENT_TYPE, "application/octet-stream")
}

/// The name of a file: the parameter `filename*` or `filename` of the header `Content-Disposition` (RFC 6266), made safe for any
/// folder: it has no separators of paths, no control characters and no dot at its beginning.
pub(super) fn file_name(headers: &HeaderMap) -> Option<String> {
    let value = String::from_utf8_lossy(headers.get(CONTENT_DISPOSITION)?.as_bytes());
    let params = disposition_params(&value);
    let param = |name: &str| params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let extended = || param("filename*").and_then(extended_value).as_deref().and_then(safe_name);
    extended().or_else(|| param("filename").and_then(safe_name))
}

/// The parameters of a header, with their names in lower case and their values without quotes.
fn disposition_params(value: &str) -> Vec<(String, String)> {
    let mut params = vec![(String::new(), String::new())];
    let (mut is_value, mut is_quoted, mut is_escaped) = (false, false, false);
    for character in value.chars() {
        let Some((name, value)) = params.last_mut() else { break };
        match character {
            _ if is_escaped => {
                value.push(character);
                is_escaped = false;
            }
            '\\' if is_quoted => is_escaped = true,
            '"' if is_value => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                params.push((String::new(), String::new()));
                is_value = false;
            }
            '=' if !is_value => is_value = true,
            character if is_value => value.push(character),
            character if !character.is_whitespace() => name.push(character.to_ascii_lowercase()),
            _ => {}
        }
    }
    params
}

/// The text of an extended value (RFC 8187): `UTF-8''caf%C3%A9.csv`.
fn extended_value(value: &str) -> Option<String> {
    let mut parts = value.trim().splitn(3, '\'');
    let (charset, _, text) = (parts.next()?, parts.next()?, parts.next()?);
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    String::from_utf8(percent_decoded(text)).ok()
}

/// Replaces percent escapes; an invalid one stays as it is.
pub(crate) fn percent_decoded(text: &str) -> Vec<u8> {
    let digits = |hex: &[u8]| u8::from_str_radix(str::from_utf8(hex).ok()?, 16).ok();
    let is_hex = |hex: &&[u8]| hex.iter().all(u8::is_ascii_hexdigit);
    let bytes = text.as_bytes();
    let (mut decoded, mut index) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(index) {
        let escape = bytes.get(index + 1..index + 3).filter(|_| byte == b'%').filter(is_hex);
        let escaped = escape.and_then(digits);
        decoded.push(escaped.unwrap_or(byte));
        index += if escaped.is_some() { 3 } else { 1 };
    }
    decoded
}

fn safe_name(name: &str) -> Option<String> {
    const LONGEST: usize = 255;
    let last = name.rsplit(['/', '\\']).next()?;
    // On Windows, a colon separates a drive.
    let plain = last.chars().filter(|character| !character.is_control()).map(|character| match character {
        ':' | char::REPLACEMENT_CHARACTER => '_',
        character => character,
    });
    let plain: String = plain.collect();
    let plain = plain.trim_start_matches(|character: char| character == '.' || character.is_whitespace());
    let plain = plain.trim_end_matches(|character: char| character == '.' || character.is_whitespace());
    (!plain.is_empty() && plain.len() <= LONGEST).then(|| plain.to_owned())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    // Parameters after the part that is needed may hold other characters than ASCII.
    let value = headers.get(name)?.as_bytes();
    let end = value.iter().position(|byte| !byte.is_ascii()).unwrap_or(value.len());
    str::from_utf8(&value[..end]).ok().map(str::trim)
}

/// A date in one of HTTP's three forms (RFC 9110, 5.6.7).
fn timestamp(text: &str) -> Option<Timestamp> {
    let date: SystemTime = httpdate::parse_http_date(text).ok()?;
    Timestamp::try_from(date).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|&(name, text)| (HeaderName::from_static(name), text.parse().unwrap())).collect()
    }

    /// The wait in seconds, on a clock that shows 08:49:00.
    fn wait(pairs: &[(&'static str, &str)]) -> Option<u64> {
        let now = || Some("1994-11-06T08:49:00Z".parse().unwrap());
        retry_after(&headers(pairs), now).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds() {
        assert_eq!(wait(&[("retry-after", " 7 ")]), Some(7));
        assert_eq!(wait(&[("retry-after", "0")]), Some(0));
        assert_eq!(wait(&[("retry-after", "18446744073709551615")]), Some(u64::MAX));
        assert_eq!(wait(&[("retry-after", "99999999999999999999999")]), Some(u64::MAX));
    }

    #[test]
    fn dates_in_all_three_forms_count_from_the_servers_clock() {
        for text in
            ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
        {
            let date = ("retry-after", text);
            assert_eq!(wait(&[date]), Some(37), "{text}");
            assert_eq!(wait(&[date, ("date", "Sun, 06 Nov 1994 08:49:30 GMT")]), Some(7));
            assert_eq!(wait(&[date, ("date", "Sunday, 06-Nov-94 08:49:30 GMT")]), Some(7));
            assert_eq!(wait(&[date, ("date", "Sun, 06 Nov 1994 09:00:00 GMT")]), Some(0));
            assert_eq!(wait(&[date, ("date", "yesterday")]), Some(37));
        }
    }

    #[test]
    fn without_any_clock_a_date_asks_for_nothing() {
        let date = ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(retry_after(&headers(&[date]), || None), None);
        let server = ("date", "Sun, 06 Nov 1994 08:49:30 GMT");
        assert_eq!(retry_after(&headers(&[date, server]), || None), Some(Duration::from_secs(7)));
    }

    #[test]
    fn anything_else_asks_for_nothing() {
        for text in ["", "-1", "1.5", "soon", "Sun, 99 Nov 1994 08:49:37 GMT"] {
            assert_eq!(wait(&[("retry-after", text)]), None, "{text}");
        }
        assert_eq!(wait(&[]), None);
    }

    #[test]
    fn names_of_files_are_safe_in_any_folder() {
        for (value, expected) in [
            ("attachment; filename=\"calls 1;2.csv\"", Some("calls 1;2.csv")),
            ("attachment; FileName = report.csv ; size=5", Some("report.csv")),
            ("attachment; filename=\"a\\\"b.csv\"", Some("a\"b.csv")),
            (
                "attachment; filename=x.csv; filename*=UTF-8''%D0%B7%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA%20%e2%82%ac.csv",
                Some("звонок €.csv"),
            ),
            ("attachment; filename*=latin1'en'x.csv; filename=y.csv", Some("y.csv")),
            ("attachment; filename*=UTF-8''%FF.csv; filename=y.csv", Some("y.csv")),
            ("attachment; filename*=utf-8''100%25%zz", Some("100%%zz")),
            ("attachment; filename=\"../../etc/passwd\"", Some("passwd")),
            ("attachment; filename*=UTF-8''..%2F..%2fetc%2Fpasswd", Some("passwd")),
            ("attachment; filename=\"C:\\\\windows\\\\x.dll\"", Some("x.dll")),
            ("attachment; filename=\"C:x.dll\"", Some("C_x.dll")),
            ("attachment; filename=\".bashrc\"", Some("bashrc")),
            ("attachment; filename=\"..\"", None),
            ("attachment; filename=\"a/\"", None),
            ("attachment; filename=\"\"", None),
            ("attachment; filename", None),
            ("attachment", None),
            ("attachment; name=\"filename=x\"", None),
        ] {
            let mut map = HeaderMap::new();
            map.insert("content-disposition", http::HeaderValue::from_bytes(value.as_bytes()).unwrap());
            assert_eq!(file_name(&map).as_deref(), expected, "{value}");
        }
        assert_eq!(
            file_name(&headers(&[(
                "content-disposition",
                &format!("attachment; filename={}", "x".repeat(256))
            )])),
            None
        );
        assert_eq!(safe_name("a\nb\u{0}c"), Some("abc".to_owned()));
    }

    #[test]
    fn files_are_marked_by_one_of_two_headers() {
        for (name, value) in [
            ("content-disposition", "attachment"),
            ("content-disposition", "Attachment; filename=\"счёт.pdf\""),
            ("content-type", "application/octet-stream"),
            ("content-type", "APPLICATION/Octet-Stream; charset=binary"),
        ] {
            let mut map = HeaderMap::new();
            map.insert(name, http::HeaderValue::from_bytes(value.as_bytes()).unwrap());
            assert!(marks_file(&map), "{name}: {value}");
        }
        for (name, value) in [
            ("content-disposition", "inline"),
            ("content-type", "application/json; x=application/octet-stream"),
            ("content-type", "text/csv"),
        ] {
            assert!(!marks_file(&headers(&[(name, value)])), "{name}: {value}");
        }
    }

    #[test]
    fn what_a_server_may_have_echoed_is_not_repeated() {
        let shown = |value| content_type(&headers(&[("content-type", value)])).unwrap();
        assert_eq!(shown("text/html; charset=utf-8; x=hunter2"), "text/html");
        assert_eq!(shown("api_key=hunter2&a=b"), "an invalid content type");
        assert_eq!(encoding(&headers(&[("content-encoding", "GZIP")])).as_deref(), Some("gzip"));
        assert_eq!(
            encoding(&headers(&[("content-encoding", "hunter2")])).as_deref(),
            Some("an unknown encoding")
        );
        assert_eq!(encoding(&headers(&[("content-encoding", "identity")])), None);
    }
}
