//! Where in a JSON text a byte is: `result[3].created`.
//!
//! Runs only after decoding failed, on a text that is JSON at least up to that byte.

use std::fmt::Write;

/// What an error is about, where the decoder stopped behind the end of an object or a list.
///
/// The decoder often finishes the object or list around a bad value before it reports the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// Its last member.
    LastMember,
    /// The object or list itself.
    Whole,
    /// An object or list that should be a plain value: the last member if that is one, else the object or list itself.
    Nested,
}

/// The path of the value at this place, where the decoder stopped.
pub(super) fn at(text: &[u8], line: usize, column: usize, about: About) -> String {
    let end = trimmed(text, offset(text, line, column));
    let whole = match about {
        About::LastMember => false,
        About::Whole => true,
        About::Nested => !closes_two(&text[..end]),
    };
    let mut scanner = Scanner { text, position: 0, levels: Vec::new() };
    scanner.run(end, whole);
    path(&scanner.levels)
}

/// Whether the last two bytes but blanks each close an object or a list.
fn closes_two(text: &[u8]) -> bool {
    let mut last = text.iter().rev().filter(|byte| !byte.is_ascii_whitespace());
    let mut closes = || last.next().is_some_and(|byte| matches!(byte, b'}' | b']'));
    closes() && closes()
}

/// How many bytes lie before this place. The decoder counts lines from 1 and, in a line, the bytes it has read.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let Some(breaks) = line.checked_sub(1) else { return 0 };
    let start = match breaks {
        0 => 0,
        _ => text
            .iter()
            .enumerate()
            .filter(|&(_, &byte)| byte == b'\n')
            .nth(breaks - 1)
            .map_or(text.len(), |(at, _)| at + 1),
    };
    start.saturating_add(column).min(text.len())
}

/// The end without blanks and the comma that the decoder may have read behind the value.
fn trimmed(text: &[u8], end: usize) -> usize {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b',';
    text[..end].iter().rposition(|byte| !blank(byte)).map_or(0, |last| last + 1)
}

/// An object or a list that is open.
enum Level {
    Object { key: Option<String>, wants_key: bool },
    List { index: usize, empty: bool },
}

struct Scanner<'t> {
    text: &'t [u8],
    position: usize,
    levels: Vec<Level>,
}

impl Scanner<'_> {
    fn run(&mut self, end: usize, whole: bool) {
        while self.position < end {
            let byte = self.text[self.position];
            match byte {
                b'}' | b']' if self.position + 1 == end && !whole => return,
                b'}' | b']' => {
                    self.levels.pop();
                }
                b',' => self.next_member(),
                b'"' => {
                    self.string();
                    continue;
                }
                b':' => {}
                _ if byte.is_ascii_whitespace() => {}
                _ => self.value(byte),
            }
            self.position += 1;
        }
    }

    fn next_member(&mut self) {
        match self.levels.last_mut() {
            Some(Level::Object { wants_key, .. }) => *wants_key = true,
            Some(Level::List { index, .. }) => *index += 1,
            None => {}
        }
    }

    /// A value begins here (or goes on, for the later characters of a number or a word).
    fn value(&mut self, byte: u8) {
        if let Some(Level::List { empty, .. }) = self.levels.last_mut() {
            *empty = false;
        }
        match byte {
            b'{' => self.levels.push(Level::Object { key: None, wants_key: true }),
            b'[' => self.levels.push(Level::List { index: 0, empty: true }),
            _ => {}
        }
    }

    /// Reads a string to its end, and notes it where it is a key.
    fn string(&mut self) {
        let start = self.position;
        self.position = string_end(self.text, start);
        let quoted = &self.text[start..self.position];
        match self.levels.last_mut() {
            Some(Level::Object { key, wants_key }) if *wants_key => {
                *key = Some(unquoted(quoted));
                *wants_key = false;
            }
            _ => self.value(b'"'),
        }
    }
}

/// The position behind the string that begins here.
fn string_end(text: &[u8], start: usize) -> usize {
    let mut position = start + 1;
    while let Some(&byte) = text.get(position) {
        match byte {
            b'"' => return position + 1,
            b'\\' => position += 2,
            _ => position += 1,
        }
    }
    text.len()
}

fn unquoted(quoted: &[u8]) -> String {
    serde_json::from_slice(quoted).unwrap_or_else(|_| "?".to_owned())
}

fn path(levels: &[Level]) -> String {
    let mut path = String::new();
    for level in levels {
        // Writing into a text does not fail.
        let _ = match level {
            Level::Object { key: Some(key), .. } if is_plain(key) && path.is_empty() => write!(path, "{key}"),
            Level::Object { key: Some(key), .. } if is_plain(key) => write!(path, ".{key}"),
            Level::Object { key: Some(key), .. } => write!(path, "[{key:?}]"),
            Level::List { index, empty: false } => write!(path, "[{index}]"),
            Level::Object { key: None, .. } | Level::List { empty: true, .. } => Ok(()),
        };
    }
    path
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.chars().all(|character| character.is_alphanumeric() || character == '_' || character == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path of the place behind the mark `^`.
    fn path_at(marked: &str, about: About) -> String {
        let end = marked.find('^').expect("a mark");
        let text = marked.replacen('^', "", 1);
        let line_start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = text[..end].matches('\n').count() + 1;
        at(text.as_bytes(), line, end - line_start, about)
    }

    #[test]
    fn values() {
        for (marked, expected) in [
            (r#"{"result":"x"^}"#, "result"),
            (r#"{"a":1,"result":[{"x":1},{"id":1, "created" : "no"^,"y":2}]}"#, "result[1].created"),
            (r#"{"a":1,"result":[{"x":1},{"id":1, "created" : "no"} ^ ]}"#, "result[1].created"),
            (r#"{"result":[1,2,true^]}"#, "result[2]"),
            (r#"{"result":[1,2,^ 3]}"#, "result[1]"),
            (r#"{"result":[1,2]^}"#, "result[1]"),
            (r#"{"result":{^"a":1}}"#, "result"),
            (r#"{"result":[^1]}"#, "result"),
            (r#"{"result":{}^}"#, "result"),
            (r#"{"a":{"b":[1]},"c":[[0],[1,"x,]}\"{"^]]}"#, "c[1][1]"),
            ("{\n \"a\": [\n  1,\n  2^\n ]}", "a[1]"),
            (r#"{"odd key":{"\u0061":nul^l}}"#, r#"["odd key"].a"#),
            (r#"[{"a":1^}]"#, "[0].a"),
            (r#""x"^"#, ""),
            ("^", ""),
        ] {
            assert_eq!(path_at(marked, About::LastMember), expected, "{marked}");
        }
    }

    #[test]
    fn whole_objects() {
        assert_eq!(path_at(r#"{"result":[{"a":1},{"b":{"c":1}}^]}"#, About::Whole), "result[1]");
        assert_eq!(path_at(r#"{"result":1}^"#, About::Whole), "");
        assert_eq!(path_at(r#"{"a":{"b":1}^}"#, About::Nested), "a");
        assert_eq!(path_at(r#"{"a":{"b":1}}^"#, About::Nested), "a");
        assert_eq!(path_at(r#"{"a":{}^,"c":1}"#, About::Nested), "a");
    }

    #[test]
    fn strange_input_does_no_harm() {
        for text in ["", "\"", "\"\\", "}}]]", "{\"a", "[[[[", ",,,", "{\"\\ud800\":1", "\u{e9}"] {
            for (line, column) in [(0, 0), (1, 0), (1, 3), (2, 1), (usize::MAX, usize::MAX)] {
                let _ = at(text.as_bytes(), line, column, About::LastMember);
                let _ = at(text.as_bytes(), line, column, About::Nested);
            }
        }
    }
}
