//! Rules that a function decides.

use std::fmt;

/// A rule that a function decides, with its requirement for people.
///
/// ```
/// use vox_core::rules::Check;
///
/// /// A phone number without a plus.
/// const PHONE: Check = Check::new("phone", "must be digits only", |text| text.bytes().all(|byte| byte.is_ascii_digit()));
/// # assert!(PHONE.holds("79993330011") && !PHONE.holds("+7"));
/// ```
/// Used as `#[param(check = PHONE)]`.
pub struct Check {
    /// A short name for programs: `email`.
    pub name: &'static str,
    /// The requirement for people: "must be an e-mail address".
    pub requirement: &'static str,
    /// An equivalent regular expression for exported schemas, if there is one.
    pub pattern: Option<&'static str>,
    test: fn(&str) -> bool,
}

impl Check {
    /// Describes a rule. `requirement` continues the sentence "`the_parameter` ..", so it begins with "must".
    #[must_use]
    pub const fn new(name: &'static str, requirement: &'static str, test: fn(&str) -> bool) -> Self {
        Self { name, requirement, pattern: None, test }
    }

    /// Adds an equivalent regular expression.
    #[must_use]
    pub const fn with_pattern(self, pattern: &'static str) -> Self {
        Self { pattern: Some(pattern), ..self }
    }

    /// Whether the rule holds for the text.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        (self.test)(text)
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Check({})", self.name)
    }
}

/// A password as the API requires it: an upper-case and a lower-case Latin letter, a digit and a special character.
/// The rule of its length is `min_len = 8`.
pub const PASSWORD: Check = Check::new(
    "password",
    "must contain an upper-case letter, a lower-case letter, a digit and a special character",
    |text| {
        let has = |is_in_class: fn(&u8) -> bool| text.as_bytes().iter().any(is_in_class);
        let is_special = |byte: &u8| !byte.is_ascii_alphanumeric();
        // Whatever is not Latin counts as special, too.
        has(u8::is_ascii_uppercase)
            && has(u8::is_ascii_lowercase)
            && has(u8::is_ascii_digit)
            && has(is_special)
    },
)
.with_pattern(r"^(?=[\s\S]*[A-Z])(?=[\s\S]*[a-z])(?=[\s\S]*[0-9])(?=[\s\S]*[^A-Za-z0-9])");

/// An e-mail address, loosely: something, one `@`, something; no white space, no control characters. The server
/// checks more.
pub const EMAIL: Check =
    Check::new("email", "must be an e-mail address such as `name@example.com`", |text| {
        ats_and_blanks(text) == (1, false) && !text.starts_with('@') && !text.ends_with('@')
    });

/// A web address: `http://` or `https://`, a host, and if there is a port, one from 1 to 65535; no white space, no
/// control characters.
pub const URL: Check = Check::new(
    "url",
    "must be a web address such as `https://example.com/path`; a port is a number from 1 to 65535",
    |text| {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        rest.is_some_and(has_host_and_valid_port) && !ats_and_blanks(text).1
    },
);

/// Any JSON: for a secret that is JSON, such as the content of a key file. For JSON that is not secret, use [`Json`](crate::Json).
pub const JSON: Check =
    Check::new("json", "must be JSON", |text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok());

/// Checks the part of a URL after the scheme.
fn has_host_and_valid_port(rest: &str) -> bool {
    // Most hosts are plain names, whose end is found faster than all that a host may have.
    let is_of_name = |byte: u8| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-');
    match rest.bytes().position(|byte| !is_of_name(byte)) {
        Some(end) if !matches!(rest.as_bytes()[end], b'/' | b'?' | b'#') => {}
        Some(end) => return end > 0,
        None => return !rest.is_empty(),
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let server = authority.rsplit('@').next().unwrap_or_default();
    // The colons of an IPv6 address are in brackets.
    let after_address = server.find(']').map_or(0, |at| at + 1);
    let colon = server[after_address..].find(':').map(|at| after_address + at);
    let host = &server[..colon.unwrap_or(server.len())];
    let is_host = !host.is_empty() && (after_address == 0 || host.len() == after_address);
    let is_valid = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    is_host && colon.is_none_or(|colon| is_valid(&server[colon + 1..]))
}

/// What is counted of each byte: blanks and what may be one in the lower half, `@` in the upper half.
const COUNTED: [u64; 256] = {
    let mut counted = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        // After DEL come the bytes of all other characters.
        counted[byte] = (byte <= 0x20 || byte >= 0x7f) as u64;
        byte += 1;
    }
    counted[b'@' as usize] = 1 << 32;
    counted
};

/// The number of `@`, and whether there is white space or a control character.
#[inline]
fn ats_and_blanks(text: &str) -> (u32, bool) {
    let counted = text.bytes().fold(0_u64, |sum, byte| sum.wrapping_add(COUNTED[usize::from(byte)]));
    let is_blank = |character: char| character.is_whitespace() || character.is_control();
    #[expect(clippy::cast_possible_truncation, reason = "takes one half")]
    let (ats, suspects) = ((counted >> 32) as u32, counted as u32);
    (ats, suspects > 0 && text.contains(is_blank))
}

#[cfg(test)]
mod tests {
    use super::{EMAIL, PASSWORD, URL};

    #[test]
    fn passwords_need_all_four_classes() {
        assert!(PASSWORD.holds("Str0ng!pass"));
        for weak in ["str0ng!pass", "STR0NG!PASS", "Strong!pass", "Str0ngpass", ""] {
            assert!(!PASSWORD.holds(weak), "{weak}");
        }
    }

    #[test]
    fn e_mail_addresses_are_checked_loosely() {
        for good in ["a@b", "имя@пример.рф", "a+b@c.example"] {
            assert!(EMAIL.holds(good), "{good}");
        }
        for bad in ["", "a", "@b", "a@", "a@b@c"] {
            assert!(!EMAIL.holds(bad), "{bad}");
        }
    }

    #[test]
    fn web_addresses_need_a_scheme_and_a_host() {
        for good in [
            "https://a",
            "http://a/b?c#d",
            "https://пример.рф/я",
            "https://user:key@a/b:c@d",
            "https://[::1]/a",
        ] {
            assert!(URL.holds(good), "{good}");
        }
        for bad in
            ["", "a", "ftp://a", "https://", "https:///a", "https://?a", "https://user@", "https://:80"]
        {
            assert!(!URL.holds(bad), "{bad}");
        }
    }

    #[test]
    fn a_port_of_a_web_address_is_a_number_from_1_to_65535() {
        for host in ["a", "user:99999@a", "[::1]"] {
            for (port, expected) in [
                ("", true),
                (":1", true),
                (":443", true),
                (":65535", true),
                (":", false),
                (":0", false),
                (":65536", false),
                (":99999", false),
                (":+80", false),
                (":80a", false),
                (":80:80", false),
            ] {
                for path in ["", "/b:0", "?c:0", "#d:0"] {
                    let url = format!("https://{host}{port}{path}");
                    assert_eq!(URL.holds(&url), expected, "{url}");
                }
            }
        }
        assert!(!URL.holds("https://[::1]a"));
    }

    #[test]
    fn white_space_and_control_characters_are_rejected() {
        for bad in [
            '\0', '\t', '\n', '\u{b}', '\u{1f}', ' ', '\u{7f}', '\u{80}', '\u{85}', '\u{9f}', '\u{a0}',
            '\u{2003}',
        ] {
            for text in [format!("a{bad}"), format!("{bad}a"), format!("я{bad}a")] {
                assert!(!EMAIL.holds(&format!("{text}@b")) && !EMAIL.holds(&format!("b@{text}")), "{text:?}");
                assert!(
                    !URL.holds(&format!("https://{text}")) && !URL.holds(&format!("https://a/{text}")),
                    "{text:?}"
                );
            }
        }
        for good in ['!', '~', '\u{a1}', 'é', 'я', '\u{200d}'] {
            assert!(EMAIL.holds(&format!("{good}@b")) && URL.holds(&format!("https://a/{good}")), "{good}");
        }
    }
}
