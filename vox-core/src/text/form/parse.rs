//! Decodes a form.

use std::fmt;

use bytes::Bytes;

use super::file::{File, FormValue};
use super::pairs::{FormError, pairs};
use super::{MULTIPART, URLENCODED, multipart};

/// The most characters of an unknown content type that an error shows.
const MAX_SHOWN: usize = 100;

/// A decoded form: names with texts and files, in their order. It may hold secrets, so `Debug` shows only the names.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, Content)>);

#[derive(Clone, PartialEq, Eq)]
enum Content {
    Text(String),
    File(File),
}

impl Form {
    /// Decodes `name=text&name=text`.
    ///
    /// # Errors
    /// The position of the first invalid escape or of the first pair that is not UTF-8.
    pub fn parse(bytes: &[u8]) -> Result<Self, FormError> {
        let mut form = Self::default();
        for pair in pairs(bytes) {
            form.push(pair.name()?, pair.text()?);
        }
        Ok(form)
    }

    /// Decodes the body of a request by its header `Content-Type`: urlencoded, which is also assumed without the header, or
    /// multipart. An empty body is an empty form.
    ///
    /// In a multipart form, a part is a file if it has a file name, or a content type other than `text/plain`, or is not UTF-8.
    ///
    /// ```
    /// use vox_core::server::Form;
    ///
    /// let body = "--B\r\nContent-Disposition: form-data; name=\"list_id\"\r\n\r\n7\r\n--B--\r\n";
    /// let form = Form::from_body(Some("multipart/form-data; boundary=B"), body)?;
    /// assert_eq!(form.get("list_id"), Some("7"));
    /// # Ok::<(), vox_core::server::FormError>(())
    /// ```
    ///
    /// # Errors
    /// Where and why the body is malformed, or its type if it is no form.
    pub fn from_body(content_type: Option<&str>, body: impl Into<Bytes>) -> Result<Self, FormError> {
        let body = body.into();
        if body.is_empty() {
            return Ok(Self::default());
        }
        let content_type = content_type.unwrap_or_default();
        let (media_type, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
        match media_type.trim().to_ascii_lowercase().as_str() {
            "" | URLENCODED => Self::parse(&body),
            MULTIPART => {
                let boundary = multipart::parameter(parameters, "boundary").filter(|text| !text.is_empty());
                let read = match boundary {
                    Some(boundary) => multipart::read(&body, &boundary),
                    None => Err("the content type has no boundary".to_owned()),
                };
                read.map_err(FormError::Multipart)
            }
            other => Err(FormError::ContentType(other.chars().take(MAX_SHOWN).collect())),
        }
    }

    /// The text of the first parameter with this name whose text is not empty. To the API, an empty parameter is absent. Of a
    /// file, the text is its content, if it is UTF-8.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values(name).find_map(|value| match value {
            FormValue::Text(text) => Some(text),
            FormValue::File(file) => file.text().filter(|text| !text.is_empty()),
        })
    }

    /// The value of the first parameter with this name that is not empty. Only a parameter that is a file may be an empty file.
    pub(crate) fn value(&self, name: &str, is_file: bool) -> Option<FormValue<'_>> {
        self.values(name).find(|value| match value {
            FormValue::Text(_) => true,
            FormValue::File(file) => is_file || !file.bytes().is_empty(),
        })
    }

    fn values(&self, name: &str) -> impl Iterator<Item = FormValue<'_>> {
        self.0.iter().filter(move |(known, _)| known == name).filter_map(|(_, content)| match content {
            Content::Text(text) => (!text.is_empty()).then_some(FormValue::Text(text)),
            Content::File(file) => Some(FormValue::File(file)),
        })
    }

    /// Adds a text.
    pub fn push(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), Content::Text(text.into())));
    }

    /// Adds a file.
    pub fn push_file(&mut self, name: impl Into<String>, file: File) {
        self.0.push((name.into(), Content::File(file)));
    }

    /// Adds the parameters of another form.
    pub fn extend(&mut self, other: Form) {
        self.0.extend(other.0);
    }

    /// All texts with their names, without the files.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(name, content)| match content {
            Content::Text(text) => Some((name.as_str(), text.as_str())),
            Content::File(_) => None,
        })
    }

    /// All files with their names.
    pub fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().filter_map(|(name, content)| match content {
            Content::Text(_) => None,
            Content::File(file) => Some((name.as_str(), file)),
        })
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

    #[test]
    fn the_content_type_decides_how_a_body_is_decoded() {
        let from = |content_type, body: &'static str| Form::from_body(content_type, body);
        let part = "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B--";
        for (content_type, body) in [
            (None, "a=1"),
            (Some(""), "a=1"),
            (Some("Application/X-www-form-urlencoded; charset=UTF-8"), "a=1"),
            (Some("multipart/form-data; boundary=\"B\""), part),
        ] {
            let form = from(content_type, body).unwrap();
            assert_eq!(form.iter().collect::<Vec<_>>(), [("a", "1")], "{content_type:?}");
        }
        assert_eq!(from(Some("text/xml"), ""), Ok(Form::default()));
        for (content_type, error) in [
            ("text/xml", "a body of type 'text/xml' is not supported"),
            ("multipart/form-data", "multipart body: the content type has no boundary"),
            ("multipart/form-data; boundary=", "multipart body: the content type has no boundary"),
            ("multipart/form-data; boundary=C", "multipart body: the delimiter that ends it is missing"),
        ] {
            assert_eq!(from(Some(content_type), part).unwrap_err().to_string(), error);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_decoded_or_rejected(bytes in any::<Vec<u8>>()) {
            let _ = Form::parse(&bytes);
        }
    }
}
