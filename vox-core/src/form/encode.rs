//! Writing a form, in one pass.

use std::fmt;
use std::io::Write;

use bytes::Bytes;

use crate::value::ParamValue;

/// What a typical parameter takes, with its name: most requests need one allocation.
const TYPICAL_PARAM: usize = 48;

/// Room for credentials that may follow the parameters.
const CREDENTIALS: usize = 96;

/// Writes parameters as a form.
#[derive(Default)]
pub struct FormEncoder(Vec<u8>);

impl FormEncoder {
    /// An empty form with room for this many parameters.
    #[must_use]
    pub fn for_params(count: usize) -> Self {
        Self(Vec::with_capacity(count * TYPICAL_PARAM + CREDENTIALS))
    }

    /// Adds a parameter. `name` consists of characters that need no escape, as the derive makes sure.
    #[inline]
    pub fn param<T: ParamValue>(&mut self, name: &'static str, value: &T) {
        self.name(name);
        value.write(&mut ValueWriter(&mut self.0));
    }

    /// Adds a parameter where it has a value.
    #[inline]
    pub fn optional<T: ParamValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.param(name, value);
        }
    }

    /// Adds a pair whose name may be anything.
    pub fn pair(&mut self, name: &str, text: &str) {
        self.separate();
        escape(name, &mut self.0);
        self.0.push(b'=');
        escape(text, &mut self.0);
    }

    /// The finished form.
    #[must_use]
    pub fn finish(self) -> FormBody {
        FormBody(Bytes::from(self.0))
    }

    fn name(&mut self, name: &str) {
        self.separate();
        self.0.extend_from_slice(name.as_bytes());
        self.0.push(b'=');
    }

    fn separate(&mut self) {
        if !self.0.is_empty() {
            self.0.push(b'&');
        }
    }
}

impl fmt::Debug for FormEncoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormEncoder({} bytes)", self.0.len())
    }
}

/// Writes one value into a form.
pub struct ValueWriter<'f>(&'f mut Vec<u8>);

impl ValueWriter<'_> {
    /// Writes a text, escaped.
    pub fn text(&mut self, text: &str) {
        escape(text, self.0);
    }

    /// Writes a text that needs no escape: digits, letters, `-`, `.`, `_`, `*`.
    pub fn plain(&mut self, text: &str) {
        debug_assert!(text.bytes().all(|byte| SAFE[usize::from(byte)]), "`{text}` needs an escape");
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Writes a value whose text needs no escape, such as a number or a date.
    pub fn display(&mut self, value: &impl fmt::Display) {
        // Writing into memory does not fail.
        let _ = write!(self.0, "{value}");
    }
}

impl fmt::Debug for ValueWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ValueWriter")
    }
}

/// The body of a request: a form. It may hold secrets, so it shows only its length.
///
/// It becomes `bytes::Bytes` or `Vec<u8>` by `into`: `request.map(bytes::Bytes::from)`.
#[derive(Clone, PartialEq, Eq)]
pub struct FormBody(Bytes);

impl FormBody {
    /// The form as it goes over the wire, secrets included.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The form as it goes over the wire, secrets included.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl fmt::Debug for FormBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormBody({} bytes)", self.0.len())
    }
}

impl From<FormBody> for Bytes {
    fn from(body: FormBody) -> Self {
        body.0
    }
}

impl From<FormBody> for Vec<u8> {
    fn from(body: FormBody) -> Self {
        body.0.into()
    }
}

/// The bytes that stand for themselves.
const SAFE: [bool; 256] = {
    let mut safe = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let character = byte as u8;
        safe[byte] = character.is_ascii_alphanumeric() || matches!(character, b'*' | b'-' | b'.' | b'_');
        byte += 1;
    }
    safe
};

/// The escape of each byte.
const ESCAPES: [[u8; 3]; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut escapes = [[b'%'; 3]; 256];
    let mut byte = 0;
    while byte < 256 {
        escapes[byte][1] = DIGITS[byte >> 4];
        escapes[byte][2] = DIGITS[byte & 15];
        byte += 1;
    }
    escapes
};

/// Appends the text, run by run of bytes that stand for themselves.
fn escape(text: &str, out: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    while let Some(end) = rest.iter().position(|&byte| !SAFE[usize::from(byte)]) {
        out.extend_from_slice(&rest[..end]);
        match rest[end] {
            b' ' => out.push(b'+'),
            byte => out.extend_from_slice(&ESCAPES[usize::from(byte)]),
        }
        rest = &rest[end + 1..];
    }
    out.extend_from_slice(rest);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::FormEncoder;

    fn pair(name: &str, text: &str) -> Vec<u8> {
        let mut form = FormEncoder::default();
        form.pair(name, text);
        form.finish().into()
    }

    #[test]
    fn everything_but_letters_digits_and_four_marks_is_escaped() {
        assert_eq!(pair("a-b", "x*y.z_ 1+2&3=4;é~"), b"a-b=x*y.z_+1%2B2%263%3D4%3B%C3%A9%7E");
    }

    proptest! {
        #[test]
        fn agrees_with_an_independent_encoder(name in "\\PC{0,12}", text in any::<String>()) {
            let expected = form_urlencoded::Serializer::new(String::new()).append_pair(&name, &text).finish();
            prop_assert_eq!(pair(&name, &text), expected.into_bytes());
        }

        #[cfg(feature = "server")]
        #[test]
        fn decoding_gives_the_text_back(name in "\\PC{1,12}", text in any::<String>()) {
            let form = crate::Form::parse(&pair(&name, &text)).unwrap();
            prop_assert_eq!(form.iter().collect::<Vec<_>>(), vec![(name.as_str(), text.as_str())]);
        }
    }
}
