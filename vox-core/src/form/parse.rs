//! Reading a form, strictly: what is broken is refused, with its place.

use std::fmt;

/// A decoded form: names and texts in the order of arrival. It may hold secrets, so it shows only its names.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

/// A form that is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormError {
    /// A `%` without two hexadecimal digits, at this byte.
    Escape(usize),
    /// Bytes that are not UTF-8, in the pair that begins at this byte.
    Utf8(usize),
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Escape(at) => write!(f, "`%` without two hexadecimal digits at byte {at}"),
            Self::Utf8(at) => write!(f, "text that is not UTF-8 in the pair at byte {at}"),
        }
    }
}

impl std::error::Error for FormError {}

impl Form {
    /// Reads `name=text&name=text`.
    ///
    /// # Errors
    /// The first broken escape or text that is not UTF-8, with its place.
    pub fn parse(bytes: &[u8]) -> Result<Self, FormError> {
        let mut form = Self::default();
        let mut start = 0;
        for pair in bytes.split(|&byte| byte == b'&') {
            if !pair.is_empty() {
                let middle = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
                let name = unescape(&pair[..middle], start)?;
                let text = unescape(pair.get(middle + 1..).unwrap_or_default(), start + middle + 1)?;
                form.0.push((name, text));
            }
            start += pair.len() + 1;
        }
        Ok(form)
    }

    /// The text of the first parameter with this name. An empty text counts as none, as in the API.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, text)| *known == name && !text.is_empty()).map(|(_, text)| text)
    }

    /// Adds a pair.
    pub fn push(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), text.into()));
    }

    /// Adds the pairs of another form behind those of this one.
    pub fn extend(&mut self, other: Form) {
        self.0.extend(other.0);
    }

    /// All pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Begins to read typed parameters.
    #[must_use]
    pub fn reader(&self) -> super::FormReader<'_> {
        super::FormReader::new(self)
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form")?;
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

fn unescape(bytes: &[u8], start: usize) -> Result<String, FormError> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'%' => {
                let digit =
                    |offset: usize| bytes.get(at + offset).and_then(|&digit| char::from(digit).to_digit(16));
                let (Some(high), Some(low)) = (digit(1), digit(2)) else {
                    return Err(FormError::Escape(start + at));
                };
                #[expect(clippy::cast_possible_truncation, reason = "two hexadecimal digits make one byte")]
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            b'+' => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8(out).map_err(|_| FormError::Utf8(start))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Form, FormError};

    #[test]
    fn broken_escapes_are_refused_with_their_place() {
        assert_eq!(Form::parse(b"a=b&c=%zz"), Err(FormError::Escape(6)));
        assert_eq!(Form::parse(b"a=%4"), Err(FormError::Escape(2)));
        assert_eq!(Form::parse(b"a=b&c=%ff"), Err(FormError::Utf8(6)));
    }

    #[test]
    fn empty_pairs_and_missing_texts_are_read() {
        let form = Form::parse(b"&a=1&&b&c=&=d").unwrap();
        assert_eq!(form.iter().collect::<Vec<_>>(), [("a", "1"), ("b", ""), ("c", ""), ("", "d")]);
        assert_eq!(form.get("c"), None);
    }

    #[test]
    fn texts_do_not_show() {
        assert_eq!(format!("{:?}", Form::parse(b"api_key=secret").unwrap()), r#"Form{"api_key"}"#);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
            let _ = Form::parse(&bytes);
        }
    }
}
