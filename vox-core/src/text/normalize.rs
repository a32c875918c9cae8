//! Converts a body to text that can be parsed as JSON.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memmem};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A normalized body.
pub(crate) struct Normalized<'b> {
    pub(crate) text: Cow<'b, str>,
    /// Whether the text may have escapes such as `\u0416`. A large body is searched for them only once.
    pub(crate) has_unicode_escapes: bool,
}

/// Normalizes a body: a byte order mark is skipped; invalid UTF-8 and escaped lone surrogates (`\ud83d`) become U+FFFD. A body
/// that does not change is not copied.
pub(crate) fn normalize(body: &[u8]) -> Normalized<'_> {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    // Checking is several times faster than replacing.
    let text = std::str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::Borrowed);
    // Few responses have many escapes, and one byte is found several times faster than two.
    let has_unicode_escapes =
        memchr_iter(b'\\', text.as_bytes()).any(|at| text.as_bytes().get(at + 1) == Some(&b'u'));
    if !has_unicode_escapes || !has_surrogates(text.as_bytes()) {
        return Normalized { text, has_unicode_escapes };
    }
    let mut bytes = text.into_owned().into_bytes();
    replace_lone_surrogates(&mut bytes);
    // ASCII was replaced by ASCII, so the text is still UTF-8.
    Normalized { text: Cow::Owned(String::from_utf8(bytes).unwrap_or_default()), has_unicode_escapes }
}

/// Whether a text may have escaped surrogates.
fn has_surrogates(text: &[u8]) -> bool {
    memmem::find(text, br"\ud").is_some() || memmem::find(text, br"\uD").is_some()
}

/// Replaces each escaped lone surrogate by `\ufffd`, which has the same length.
fn replace_lone_surrogates(text: &mut [u8]) {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| memchr(b'\\', rest)) {
        let at = from + found;
        // An escape is skipped completely, as the second backslash of `\\` does not begin another one.
        from = match (surrogate(text, at), surrogate(text, at + ESCAPE_LEN)) {
            (None, _) => at + 2,
            (Some(Surrogate::High), Some(Surrogate::Low)) => at + 2 * ESCAPE_LEN,
            _ => {
                text[at + 2..at + ESCAPE_LEN].copy_from_slice(b"fffd");
                at + ESCAPE_LEN
            }
        };
    }
}

/// The length of `\ud83d`.
const ESCAPE_LEN: usize = 6;

#[derive(PartialEq)]
enum Surrogate {
    High,
    Low,
}

/// The surrogate that is escaped at this position, if there is one.
fn surrogate(text: &[u8], at: usize) -> Option<Surrogate> {
    let &[b'\\', b'u', b'd' | b'D', third, fourth, fifth] = text.get(at..at + ESCAPE_LEN)? else {
        return None;
    };
    if !fourth.is_ascii_hexdigit() || !fifth.is_ascii_hexdigit() {
        return None;
    }
    match third {
        b'8' | b'9' | b'a' | b'b' | b'A' | b'B' => Some(Surrogate::High),
        b'c'..=b'f' | b'C'..=b'F' => Some(Surrogate::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normalized(text: &str) -> String {
        normalize(text.as_bytes()).text.into_owned()
    }

    #[test]
    fn good_text_is_not_copied() {
        for text in ["", r#"{"a":"\u0416 \n \\ud83d"}"#, r#""😀""#] {
            assert_eq!(normalize(text.as_bytes()).text, text);
        }
        assert!(matches!(normalize(r#"{"a":"\u0416"}"#.as_bytes()).text, Cow::Borrowed(_)));
    }

    #[test]
    fn unicode_escapes_are_found() {
        for (text, expected) in [(r"\u0416", true), (r"\ud83d", true), (r"a\nb", false), ("u0416", false)] {
            assert_eq!(normalize(text.as_bytes()).has_unicode_escapes, expected, "{text}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_skipped_once() {
        assert_eq!(normalized("\u{feff}{}"), "{}");
        assert_eq!(normalized("\u{feff}\u{feff}{}"), "\u{feff}{}");
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_kept() {
        for (text, expected) in [
            (r"\ud83d", r"\ufffd"),
            (r"\uD83D", r"\ufffd"),
            (r"\ude00", r"\ufffd"),
            (r"\ud83d\ude00", r"\ud83d\ude00"),
            (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
            (r"\ude00\ud83d", r"\ufffd\ufffd"),
            (r"\ud83dx\ude00", r"\ufffdx\ufffd"),
            (r"\\ud83d", r"\\ud83d"),
            (r"\\\ud83d", r"\\\ufffd"),
            (r"\ud83d\\ude00", r"\ufffd\\ude00"),
            (r"\ud83d\n", r"\ufffd\n"),
            (r"\ud83", r"\ud83"),
            (r"\ud7ff", r"\ud7ff"),
            (r"\", r"\"),
        ] {
            assert_eq!(normalized(text), expected, "{text}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf8_are_replaced() {
        assert_eq!(normalize(b"\"a\xffb\xc3\"").text, "\"a\u{fffd}b\u{fffd}\"");
        assert_eq!(normalize(b"\xff\xfe{\0").text, "\u{fffd}\u{fffd}{\0");
    }

    proptest! {
        /// Strings of any UTF-16 units, escaped or not, read as `String::from_utf16_lossy` reads the units.
        #[test]
        fn a_string_reads_as_its_units_do(units in prop::collection::vec(unit(), 0..12), upper in any::<bool>()) {
            let escaped = units.iter().fold(String::new(), |text, unit| match (unit, upper) {
                (0x5c, _) => text + r"\\",
                (unit @ 0x20..0x7f, _) if *unit != 0x22 => text + &String::from_utf16_lossy(&[*unit]),
                (unit, true) => text + &format!("\\u{unit:04X}"),
                (unit, false) => text + &format!("\\u{unit:04x}"),
            });
            let read: String = serde_json::from_str(&normalized(&format!("\"{escaped}\""))).unwrap();
            prop_assert_eq!(read, String::from_utf16_lossy(&units));
        }
    }

    fn unit() -> impl Strategy<Value = u16> {
        prop_oneof![Just(0x5c), Just(0x75), Just(0x64), 0x20..0x7f_u16, 0xd800..0xe000_u16, any::<u16>()]
    }
}
