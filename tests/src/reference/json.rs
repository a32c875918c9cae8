//! A JSON parser that shares no code with vox. It keeps every member of an object, duplicate names included, and all values
//! before an error.

/// A JSON value as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// Null.
    Null,
    /// True or false.
    Boolean(bool),
    /// A number, as its digits.
    Number(String),
    /// A string without escapes; an unpaired surrogate is U+FFFD.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, with its members in order.
    Object(Vec<(String, Json)>),
    /// A truncated or invalid value; in a list or an object it is the last one.
    Unreadable,
}

impl Json {
    /// Whether only a part of the value could be read.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        match self {
            Self::Unreadable => true,
            Self::List(items) => items.last().is_some_and(Self::is_cut),
            Self::Object(members) => members.last().is_some_and(|(_, value)| value.is_cut()),
            _ => false,
        }
    }
}

/// A parsed body.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The value, as far as it can be read.
    pub value: Json,
    /// Whether the body is exactly one JSON value.
    pub is_complete: bool,
}

/// The nesting depth at which the parser gives up.
const MAX_DEPTH: usize = 300;

/// Parses a body; `None` if it is nested too deeply.
#[must_use]
pub fn parse(body: &[u8]) -> Option<Parsed> {
    let text = String::from_utf8_lossy(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body));
    let mut parser = Parser { rest: &text, depth: 0, is_complete: true, is_too_deep: false };
    let value = parser.value();
    parser.skip_space();
    let is_complete = parser.is_complete && parser.rest.is_empty();
    (!parser.is_too_deep).then_some(Parsed { value, is_complete })
}

struct Parser<'t> {
    rest: &'t str,
    depth: usize,
    /// Whether everything could be read so far. Reading stops at the first error.
    is_complete: bool,
    is_too_deep: bool,
}

impl Parser<'_> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn peek(&mut self) -> Option<u8> {
        self.skip_space();
        self.rest.bytes().next()
    }

    fn take(&mut self, word: &str) -> bool {
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn unreadable(&mut self) -> Json {
        self.is_complete = false;
        Json::Unreadable
    }

    fn value(&mut self) -> Json {
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => match self.text() {
                Some(text) => Json::Text(text),
                None => self.unreadable(),
            },
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("null") => Json::Null,
            _ if self.take("true") => Json::Boolean(true),
            _ if self.take("false") => Json::Boolean(false),
            _ => self.unreadable(),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Json) -> Json {
        if self.depth == MAX_DEPTH {
            self.is_too_deep = true;
            return self.unreadable();
        }
        self.depth += 1;
        self.rest = &self.rest[1..];
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Json {
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.rest = &self.rest[1..];
            return Json::List(items);
        }
        while self.is_complete {
            items.push(self.value());
            if !self.continues("]") {
                break;
            }
        }
        if !self.is_complete {
            items.push(Json::Unreadable);
        }
        Json::List(items)
    }

    fn object(&mut self) -> Json {
        let mut members = Vec::new();
        if self.peek() == Some(b'}') {
            self.rest = &self.rest[1..];
            return Json::Object(members);
        }
        while self.is_complete {
            self.skip_space();
            let Some(name) = self.text() else {
                self.is_complete = false;
                break;
            };
            self.skip_space();
            if !self.take(":") {
                self.is_complete = false;
                break;
            }
            members.push((name, self.value()));
            if !self.continues("}") {
                break;
            }
        }
        if !self.is_complete {
            members.push((String::new(), Json::Unreadable));
        }
        Json::Object(members)
    }

    /// Whether another item or member follows.
    fn continues(&mut self, end: &str) -> bool {
        self.skip_space();
        if !self.is_complete || self.take(end) {
            return false;
        }
        self.is_complete = self.take(",");
        self.is_complete
    }

    fn number(&mut self) -> Json {
        let end = number_end(self.rest);
        // At the end of a truncated body, digits may be missing.
        if end == 0 || (end == self.rest.len() && self.depth > 0) {
            return self.unreadable();
        }
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        Json::Number(digits.to_owned())
    }

    fn text(&mut self) -> Option<String> {
        if !self.take("\"") {
            return None;
        }
        let mut units = Vec::new();
        loop {
            let character = self.rest.chars().next().filter(|character| *character >= ' ')?;
            self.rest = &self.rest[character.len_utf8()..];
            match character {
                '"' => return Some(String::from_utf16_lossy(&units)),
                '\\' => units.push(self.escape()?),
                _ => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
            }
        }
    }

    fn escape(&mut self) -> Option<u16> {
        let letter = self.rest.bytes().next()?;
        let unit = match letter {
            b'"' | b'\\' | b'/' => letter.into(),
            b'b' => 8,
            b'f' => 12,
            b'n' => 10,
            b'r' => 13,
            b't' => 9,
            b'u' => {
                let digits = self.rest.get(1..5).filter(|digits| !digits.starts_with('+'))?;
                let unit = u16::from_str_radix(digits, 16).ok()?;
                self.rest = &self.rest[4..];
                unit
            }
            _ => return None,
        };
        self.rest = &self.rest[1..];
        Some(unit)
    }
}

/// Whether text is a number by the grammar of JSON.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && number_end(text) == text.len()
}

/// The end of the number at the start of the text; 0 if there is none.
fn number_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let at = |index: usize| bytes.get(index).copied().unwrap_or_default();
    let digits =
        |start: usize| start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let start = usize::from(at(0) == b'-');
    let mut end = if at(start) == b'0' { start + 1 } else { digits(start) };
    if end == start || at(end).is_ascii_digit() {
        return 0;
    }
    if at(end) == b'.' {
        let fraction = end + 1;
        end = digits(fraction);
        if end == fraction {
            return 0;
        }
    }
    if matches!(at(end), b'e' | b'E') {
        let exponent = end + 1 + usize::from(matches!(at(end + 1), b'+' | b'-'));
        end = digits(exponent.min(bytes.len()));
        if end == exponent {
            return 0;
        }
    }
    end
}
