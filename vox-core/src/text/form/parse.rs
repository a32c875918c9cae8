//! Decodes a form.

use std::fmt;

use super::pairs::{FormError, pairs};

/// A decoded form: names and texts in their order. It may hold secrets, so `Debug` shows only the names.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Decodes `name=text&name=text`.
    ///
    /// # Errors
    /// The position of the first invalid escape or of the first pair that is not UTF-8.
    pub fn parse(bytes: &[u8]) -> Result<Self, FormError> {
        pairs(bytes).map(|pair| Ok((pair.name()?, pair.text()?))).collect::<Result<_, _>>().map(Self)
    }

    /// The text of the first parameter with this name whose text is not empty. To the API, an empty parameter is absent.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, text)| *known == name && !text.is_empty()).map(|(_, text)| text)
    }

    /// Adds a pair.
    pub fn push(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), text.into()));
    }

    /// Adds the pairs of another form.
    pub fn extend(&mut self, other: Form) {
        self.0.extend(other.0);
    }

    /// All pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form")?;
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Form, FormError};

    #[test]
    fn invalid_escapes_are_errors_with_their_position() {
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
    fn debug_shows_no_texts() {
        assert_eq!(format!("{:?}", Form::parse(b"api_key=secret").unwrap()), r#"Form{"api_key"}"#);
    }

    proptest! {
        #[test]
        fn any_bytes_are_decoded_or_rejected(bytes in any::<Vec<u8>>()) {
            let _ = Form::parse(&bytes);
        }
    }
}
