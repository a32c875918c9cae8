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
    /// What the text must be, for people: "must be an e-mail address".
    pub requirement: &'static str,
    /// The same as a regular expression, where there is one, for exported schemas.
    pub pattern: Option<&'static str>,
    test: fn(&str) -> bool,
}

impl Check {
    /// Describes a rule. `requirement` continues the sentence "`the_parameter` ..", so it begins with "must".
    #[must_use]
    pub const fn new(name: &'static str, requirement: &'static str, test: fn(&str) -> bool) -> Self {
        Self { name, requirement, pattern: None, test }
    }

    /// Adds the regular expression that says the same.
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

/// A password as the API wants it: an upper-case and a lower-case Latin letter, a digit and a special character.
/// Its length is a rule of its own: `min_len = 8`.
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
.with_pattern("^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[^A-Za-z0-9]).{8,}$");

/// An e-mail address, loosely: something, one `@`, something; no white space, no control characters. The server knows
/// better.
pub const EMAIL: Check =
    Check::new("email", "must be an e-mail address such as `name@example.com`", |text| {
        ats_and_blanks(text) == (1, false) && !text.starts_with('@') && !text.ends_with('@')
    });

/// A web address: `http://` or `https://`, and a host; no white space, no control characters.
pub const URL: Check =
    Check::new("url", "must be a web address such as `https://example.com/path`", |text| {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let has_host = |rest: &str| !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
        rest.is_some_and(has_host) && !ats_and_blanks(text).1
    });

/// How many `@` there are, and whether there is white space or a control character. All bytes are looked at, many at a
/// time: that is faster than to stop at the first.
#[inline]
fn ats_and_blanks(text: &str) -> (u32, bool) {
    let (mut ats, mut least, mut greatest) = (0, u8::MAX, u8::MIN);
    for byte in text.bytes() {
        ats += u32::from(byte == b'@');
        least = least.min(byte);
        greatest = greatest.max(byte);
    }
    (ats, least <= b' ' || (!greatest.is_ascii() && text.contains(char::is_whitespace)))
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
    fn e_mail_addresses_are_judged_loosely() {
        for good in ["a@b", "имя@пример.рф", "a+b@c.example"] {
            assert!(EMAIL.holds(good), "{good}");
        }
        for bad in
            ["", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\tc", "a@b\u{b}", "a@b\0", "имя@пример\u{2003}"]
        {
            assert!(!EMAIL.holds(bad), "{bad}");
        }
    }

    #[test]
    fn web_addresses_need_a_scheme_and_a_host() {
        for good in ["https://a", "http://a:8080/b?c#d"] {
            assert!(URL.holds(good), "{good}");
        }
        for bad in ["", "a", "ftp://a", "https://", "https:///a", "https://a b", "https://a\n"] {
            assert!(!URL.holds(bad), "{bad}");
        }
    }
}
