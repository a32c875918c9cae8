//! The patterns of rules: regular expressions.

use regex_lite::Regex;

/// The syntax that regular expressions of JavaScript have in addition: lookahead and lookbehind.
const LOOKAROUND: [&str; 4] = ["(?=", "(?!", "(?<=", "(?<!"];

/// Whether a pattern is a regular expression. Those with lookaround count as one, though nothing matches them here.
pub(super) fn is_valid(pattern: &str) -> bool {
    LOOKAROUND.iter().any(|syntax| pattern.contains(syntax)) || whole(pattern).is_some()
}

/// The length of the longest text that a pattern matches, in bytes. Phone numbers and the names of users are shorter, and a
/// large pattern takes minutes to match a long text.
const MAX_TEXT: usize = 255;

/// Whether a pattern matches the whole text.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    text.len() <= MAX_TEXT && whole(pattern).is_some_and(|regex| regex.is_match(text))
}

fn whole(pattern: &str) -> Option<Regex> {
    // By itself too: `a)(b` is a part of a valid pattern only.
    Regex::new(pattern).ok()?;
    Regex::new(&format!("^(?:{pattern})$")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_matches_the_whole_text() {
        for (pattern, text, expected) in [
            (".*", "", true),
            ("749[59].+", "74951234567", true),
            ("49", "74951234567", false),
            ("ann|bob", "bob", true),
            ("ann|bob", "bobby", false),
            ("(?!7).+", "1", false),
            (".*", &"1".repeat(MAX_TEXT), true),
            (".*", &"1".repeat(MAX_TEXT + 1), false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn a_large_pattern_is_matched_soon() {
        let begin = std::time::Instant::now();
        assert!(!matches("(a{300}){300}", &"a".repeat(1 << 20)));
        assert!(matches("(a{0,100}){100}", &"a".repeat(MAX_TEXT)));
        assert!(begin.elapsed().as_secs() < 10, "{:?}", begin.elapsed());
    }

    #[test]
    fn what_is_no_regular_expression_is_invalid() {
        for pattern in ["(", "[7", "a)(b", "*"] {
            assert!(!is_valid(pattern), "{pattern}");
        }
        for pattern in [".*", "(?!7).+", r"\+?\d{11}", "7(?:495|499)"] {
            assert!(is_valid(pattern), "{pattern}");
        }
    }
}
