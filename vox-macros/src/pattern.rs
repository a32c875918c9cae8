//! The patterns of strings: a small part of regular expressions.
//!
//! A pattern is a sequence of characters and classes, each with a repetition. Whatever else a regular expression may
//! contain is an error that names what to write instead. The source of a pattern is exported as a regular expression,
//! so it means the same to every engine.

use std::fmt;

/// Characters that need a backslash to stand for themselves. No other character may have one.
const SYNTAX: &str = r"^$\.*+?()[]{}|/";

/// The shorthands for classes that people bring from other engines, and the ranges to write instead.
const SHORTHANDS: [(char, &str); 3] = [('d', "0-9"), ('w', "A-Za-z0-9_"), ('s', r" \t\r\n")];

/// A pattern as the user wrote it, and as its elements.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// The source.
    pub(crate) source: String,
    /// The elements.
    pub(crate) elements: Vec<Element>,
}

/// A set of characters with its repetition.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// The first and the last character of each range.
    pub(crate) ranges: Vec<(char, char)>,
    /// Whether the set is all characters outside the ranges.
    pub(crate) negated: bool,
    /// The least number of characters.
    pub(crate) min: usize,
    /// The greatest number of characters; `None` for no limit.
    pub(crate) max: Option<usize>,
}

/// Why a string is no pattern.
#[derive(Debug)]
pub(crate) struct PatternError {
    /// The index of the character that is not accepted.
    at: usize,
    message: String,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid pattern at character {}: {}", self.at + 1, self.message)
    }
}

impl Pattern {
    /// Parses the source.
    pub(crate) fn parse(source: &str) -> Result<Self, PatternError> {
        let mut parser = Parser { characters: source.chars().collect(), at: 0 };
        let mut elements = Vec::new();
        while parser.at < parser.characters.len() {
            elements.push(parser.element()?);
        }
        Ok(Self { source: source.to_owned(), elements })
    }

    /// The least number of characters that can match.
    pub(crate) fn min_len(&self) -> usize {
        self.elements.iter().map(|element| element.min).fold(0, usize::saturating_add)
    }

    /// The greatest number of characters that can match; `None` for no limit.
    pub(crate) fn max_len(&self) -> Option<usize> {
        self.elements.iter().try_fold(0_usize, |sum, element| sum.checked_add(element.max?))
    }

    /// Whether the whole string matches. Simple, as only defaults are matched here; requests are matched by `vox-core`.
    pub(crate) fn matches(&self, text: &str) -> bool {
        matches(&self.elements, &text.chars().collect::<Vec<_>>())
    }
}

fn matches(elements: &[Element], text: &[char]) -> bool {
    let Some((first, others)) = elements.split_first() else { return text.is_empty() };
    let most = first.max.unwrap_or(text.len());
    let run = text.iter().take(most).take_while(|character| first.contains(**character)).count();
    (first.min..=run).any(|count| matches(others, &text[count..]))
}

impl Element {
    /// For each ASCII character, 1 if it is in the set.
    pub(crate) fn ascii(&self) -> Vec<u8> {
        (0..128_u8).map(|code| u8::from(self.contains(char::from(code)))).collect()
    }

    fn contains(&self, character: char) -> bool {
        let is_inside = self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&character));
        is_inside != self.negated
    }
}

struct Parser {
    characters: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    /// Whether the character at this distance is there and is not `]`.
    fn is_in_class(&self, distance: usize) -> bool {
        self.characters.get(self.at + distance).is_some_and(|character| *character != ']')
    }

    fn error<T>(&self, message: impl Into<String>) -> Result<T, PatternError> {
        Err(PatternError { at: self.at, message: message.into() })
    }

    fn element(&mut self) -> Result<Element, PatternError> {
        let negated = self.characters[self.at..].starts_with(&['[', '^']);
        let ranges = if self.peek() == Some('[') {
            self.class(negated)?
        } else {
            let character = self.literal()?;
            vec![(character, character)]
        };
        let (min, max) = self.repetition()?;
        if let Some(character @ ('?' | '*' | '+' | '{')) = self.peek() {
            return self
                .error(format!("a character or class has one repetition: remove the second, `{character}`"));
        }
        Ok(Element { ranges, negated, min, max })
    }

    /// A character outside of classes.
    fn literal(&mut self) -> Result<char, PatternError> {
        let character = self.characters[self.at];
        let itself = format!("write `\\{character}` for the character itself");
        let message = match character {
            '\\' => return self.escaped(false),
            '^' if self.characters[..self.at] == ['/'] => {
                "write the pattern without the slashes around it".to_owned()
            }
            '^' | '$' => format!("the whole string must match anyway: remove `{character}`, or {itself}"),
            '(' if self.characters[self.at..].starts_with(&['(', '?', 'i']) => {
                "flags are not supported: write a class with both cases, such as `[Aa]`, instead of `(?i)`"
                    .to_owned()
            }
            '(' | ')' => {
                format!("groups, flags and look-around are not supported: use `check = ..`, or {itself}")
            }
            '|' => format!(
                "alternatives are not supported: write a class such as `[ab]`, use `check = ..`, or {itself}"
            ),
            '.' => r"`.` is not supported: write `\.` for a full stop, or a class such as `[^/]`".to_owned(),
            '*' | '+' | '?' | '{' => format!("`{character}` has nothing to repeat: {itself}"),
            ']' | '}' => format!("`{character}` closes nothing: {itself}"),
            _ => {
                self.at += 1;
                return Ok(character);
            }
        };
        self.error(message)
    }

    /// A backslash and what follows it.
    fn escaped(&mut self, in_class: bool) -> Result<char, PatternError> {
        let Some(character) = self.characters.get(self.at + 1).copied() else {
            return self
                .error(r"a backslash at the end escapes nothing: write `\\` for the character itself");
        };
        let literal = match character {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            '-' if in_class => Some('-'),
            _ => Some(character).filter(|character| SYNTAX.contains(*character)),
        };
        if let Some(literal) = literal {
            self.at += 2;
            return Ok(literal);
        }
        let shorthand = SHORTHANDS.iter().find(|(shorthand, _)| *shorthand == character.to_ascii_lowercase());
        let sign = if character.is_ascii_uppercase() { "^" } else { "" };
        self.error(match shorthand {
            Some((_, ranges)) if !in_class => format!(r"`\{character}` is not supported: write `[{sign}{ranges}]`"),
            Some((_, ranges)) if sign.is_empty() => format!(r"`\{character}` is not supported: write `{ranges}`"),
            _ if "bBAzZ".contains(character) => format!(r"the whole string must match anyway: remove `\{character}`"),
            _ if "pP".contains(character) => {
                "classes of Unicode are not supported: write the characters that the API accepts, such as `[A-Z]`, or use \
                 `check = ..` with a function such as `char::is_uppercase`"
                    .to_owned()
            }
            _ if character.is_alphanumeric() => format!(
                r"`\{character}` is not supported: write the characters in a class such as `[A-Z]`, or use `check = ..`"
            ),
            _ => format!("`{character}` needs no backslash: remove it"),
        })
    }

    /// A class from its `[` to its `]`.
    fn class(&mut self, negated: bool) -> Result<Vec<(char, char)>, PatternError> {
        let start = self.at;
        self.at += 1 + usize::from(negated);
        let mut ranges = Vec::new();
        while self.is_in_class(0) {
            ranges.push(self.range()?);
        }
        let message = match self.peek() {
            None => "the class is not closed: add `]`",
            Some(_) if ranges.is_empty() => {
                r"the class is empty: write a character in it, or `\[` for the character itself"
            }
            Some(_) => {
                self.at += 1;
                return Ok(ranges);
            }
        };
        Err(PatternError { at: start, message: message.to_owned() })
    }

    /// A character of a class, or two with a `-` between them.
    fn range(&mut self) -> Result<(char, char), PatternError> {
        let start = self.at;
        let first = self.class_character()?;
        if self.peek() != Some('-') || !self.is_in_class(1) {
            return Ok((first, first));
        }
        self.at += 1;
        let last = self.class_character()?;
        if first > last {
            let message = format!("the range `{first}-{last}` is in the wrong order: write `{last}-{first}`");
            return Err(PatternError { at: start, message });
        }
        Ok((first, last))
    }

    fn class_character(&mut self) -> Result<char, PatternError> {
        match self.characters[self.at] {
            '\\' => self.escaped(true),
            '[' => self.error(r"a class cannot contain another: write `\[` for the character itself"),
            character => {
                self.at += 1;
                Ok(character)
            }
        }
    }

    /// The least and the greatest number of repetitions.
    fn repetition(&mut self) -> Result<(usize, Option<usize>), PatternError> {
        let counts = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => return self.counts(),
            _ => return Ok((1, Some(1))),
        };
        self.at += 1;
        Ok(counts)
    }

    /// `{n}`, `{n,}` or `{n,m}`.
    fn counts(&mut self) -> Result<(usize, Option<usize>), PatternError> {
        let inside: String = self.characters[self.at + 1..].iter().take_while(|next| **next != '}').collect();
        let end = self.at + inside.chars().count() + 1;
        let counts = match inside.split_once(',') {
            None => count(&inside).map(|count| (count, Some(count))),
            Some((min, "")) => count(min).map(|min| (min, None)),
            Some((min, max)) => count(min).zip(count(max).map(Some)),
        };
        match counts.filter(|_| end < self.characters.len()) {
            Some((min, Some(max))) if min > max => {
                self.error(format!("`{{{inside}}}` is in the wrong order: write `{{{max},{min}}}`"))
            }
            Some(counts) => {
                self.at = end + 1;
                Ok(counts)
            }
            None => self.error(
                r"expected a repetition, `{n}`, `{n,}` or `{n,m}`; write `\{` for the character itself",
            ),
        }
    }
}

fn count(digits: &str) -> Option<usize> {
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| all_digits)
}

#[cfg(test)]
mod tests {
    use super::{Element, Pattern};

    fn element(ranges: &[(char, char)], min: usize, max: Option<usize>) -> Element {
        Element { ranges: ranges.to_vec(), negated: false, min, max }
    }

    fn assert_elements(source: &str, elements: &[Element]) {
        assert_eq!(Pattern::parse(source).expect(source).elements, elements, "{source}");
    }

    #[test]
    fn a_pattern_is_a_sequence_of_repeated_sets() {
        assert_elements(
            r"ж[a-zя-][0-9]?x*\++\n{3}\]{2,}-{0,12}",
            &[
                element(&[('ж', 'ж')], 1, Some(1)),
                element(&[('a', 'z'), ('я', 'я'), ('-', '-')], 1, Some(1)),
                element(&[('0', '9')], 0, Some(1)),
                element(&[('x', 'x')], 0, None),
                element(&[('+', '+')], 1, None),
                element(&[('\n', '\n')], 3, Some(3)),
                element(&[(']', ']')], 2, None),
                element(&[('-', '-')], 0, Some(12)),
            ],
        );
        let negated = Element { negated: true, ..element(&[('/', '/'), ('^', '^')], 1, Some(1)) };
        assert_elements("[^/^]", &[negated]);
    }

    #[test]
    fn the_hyphen_of_a_class_is_first_or_last_or_escaped() {
        let hyphen = ('-', '-');
        for (source, ranges) in [
            ("[-a]", &[hyphen, ('a', 'a')][..]),
            ("[a-]", &[('a', 'a'), hyphen]),
            (r"[a\-z]", &[('a', 'a'), hyphen, ('z', 'z')]),
            ("[a-c-e]", &[('a', 'c'), hyphen, ('e', 'e')]),
            ("[--/]", &[('-', '/')]),
            (r"[\[-\]]", &[('[', ']')]),
        ] {
            assert_elements(source, &[element(ranges, 1, Some(1))]);
        }
    }

    #[test]
    fn the_patterns_of_the_api_are_supported() {
        for source in [
            "[a-z][a-z0-9-]{4,19}",
            "[a-z0-9][a-z0-9_-]{2,49}",
            "[A-Za-z][A-Za-z0-9_]{0,63}",
            r"[a-zA-Z0-9а-яА-ЯёЁ_\-:;.#+]*",
        ] {
            Pattern::parse(source).expect(source);
        }
    }

    #[test]
    fn everything_else_is_an_error_at_its_character() {
        for (source, at, message) in [
            ("a(b)", 2, "groups, flags and look-around are not supported: use `check = ..`, .."),
            (
                "(?i)a",
                1,
                "flags are not supported: write a class with both cases, such as `[Aa]`, instead of `(?i)`",
            ),
            ("(?=a)", 1, "groups, flags and look-around are not supported: .."),
            ("a|b", 2, "alternatives are not supported: write a class such as `[ab]`, .."),
            (
                "^a$",
                1,
                r"the whole string must match anyway: remove `^`, or write `\^` for the character itself",
            ),
            (
                "a$",
                2,
                r"the whole string must match anyway: remove `$`, or write `\$` for the character itself",
            ),
            ("/^a$/i", 2, "write the pattern without the slashes around it"),
            ("a.c", 2, r"`.` is not supported: write `\.` for a full stop, or a class such as `[^/]`"),
            ("*a", 1, r"`*` has nothing to repeat: write `\*` for the character itself"),
            ("{2}", 1, r"`{` has nothing to repeat: write `\{` for the character itself"),
            ("a}", 2, r"`}` closes nothing: write `\}` for the character itself"),
            ("a*?", 3, "a character or class has one repetition: remove the second, `?`"),
            ("a{1}{2}", 5, "a character or class has one repetition: remove the second, `{`"),
            ("a{5,2}", 2, "`{5,2}` is in the wrong order: write `{2,5}`"),
            ("я{,2}", 2, "expected a repetition, .."),
            ("a{+1}", 2, "expected a repetition, .."),
            ("a{1", 2, "expected a repetition, .."),
            ("a{99999999999999999999}", 2, "expected a repetition, .."),
            ("b[a-z", 2, "the class is not closed: add `]`"),
            ("[a-", 1, "the class is not closed: add `]`"),
            ("[]", 1, ".."),
            ("[^]a", 1, "the class is empty: .."),
            ("[az-a]", 3, "the range `z-a` is in the wrong order: write `a-z`"),
            ("[[:alpha:]]", 2, "a class cannot contain another: .."),
            (r"\d+", 1, r"`\d` is not supported: write `[0-9]`"),
            (r"\S", 1, r"`\S` is not supported: write `[^ \t\r\n]`"),
            (r"[a\w]", 3, r"`\w` is not supported: write `A-Za-z0-9_`"),
            (
                r"[\W]",
                2,
                r"`\W` is not supported: write the characters in a class such as `[A-Z]`, or use `check = ..`",
            ),
            (r"\bword", 1, r"the whole string must match anyway: remove `\b`"),
            (r"a\p{Lu}b", 2, r"classes of Unicode are not supported: .."),
            (r"\PL", 1, r"classes of Unicode are not supported: .."),
            (r"a\#", 2, r"`#` needs no backslash: remove it"),
            (r"a\", 2, r"a backslash at the end escapes nothing: write `\\` for the character itself"),
        ] {
            let found = Pattern::parse(source).expect_err(source).to_string();
            let expected = format!("invalid pattern at character {at}: {message}");
            let (beginning, is_whole) =
                expected.strip_suffix("..").map_or((&*expected, true), |text| (text, false));
            assert!(found.starts_with(beginning) && (!is_whole || found == beginning), "{source}: {found}");
        }
    }

    #[test]
    fn lengths_count_characters() {
        for (source, min, max) in [
            ("ab", 2, Some(2)),
            ("a?", 0, Some(1)),
            ("[а-яё]{2,7}", 2, Some(7)),
            ("[a-z][a-z0-9-]*", 1, None),
            ("a{18446744073709551615}b{18446744073709551615}", usize::MAX, None),
        ] {
            let pattern = Pattern::parse(source).expect(source);
            assert_eq!((pattern.min_len(), pattern.max_len()), (min, max), "{source}");
        }
    }

    #[test]
    fn the_whole_string_must_match() {
        let pattern = Pattern::parse("[a-z]*[a-z0-9]{2}[^-]?").expect("valid");
        for (text, expected) in [("ab", true), ("abc0", true), ("ab0é", true), ("a", false), ("ab-", false)]
        {
            assert_eq!(pattern.matches(text), expected, "{text}");
        }
    }
}
