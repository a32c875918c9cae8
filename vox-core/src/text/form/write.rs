//! Encodes a form, in one pass.

use std::fmt;
use std::io::Write;

use bytes::Bytes;
use http::HeaderValue;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use super::file::File;
use super::pairs::{FormError, pairs};
use super::{MULTIPART, URLENCODED, multipart};

/// The typical number of bytes of a parameter with its name. With this capacity, most requests need one allocation.
const TYPICAL_PARAM_LEN: usize = 34;

/// The largest initial capacity: allocators are slower for larger ones, and few requests set all their parameters.
const MAX_CAPACITY: usize = 1024;

/// The capacity for credentials, which may follow the parameters.
const CREDENTIALS_LEN: usize = 96;

/// Encodes parameters as a form: `application/x-www-form-urlencoded`, or `multipart/form-data` if the method has a parameter that
/// is a file.
// Texts are always written urlencoded, in one pass. Of a file, only the place is kept: `finish` writes the parts of a multipart
// form, so that a form without files costs nothing more.
#[derive(Default)]
pub struct FormEncoder {
    pairs: Vec<u8>,
    files: Option<Box<Files>>,
}

/// The files of a multipart form, each with the position in the pairs where its text would begin.
type Files = Vec<(usize, File)>;

impl FormEncoder {
    /// Creates an empty form with the capacity for this number of parameters.
    #[must_use]
    pub fn for_params(count: usize) -> Self {
        let capacity = (count * TYPICAL_PARAM_LEN + CREDENTIALS_LEN).min(MAX_CAPACITY);
        Self { pairs: Vec::with_capacity(capacity), files: None }
    }

    /// Writes the name of a parameter, whose value is written next. The name must not need escapes.
    #[inline]
    pub fn value(&mut self, name: &'static str) -> ValueWriter<'_> {
        self.separate();
        self.pairs.extend_from_slice(name.as_bytes());
        self.pairs.push(b'=');
        ValueWriter(self)
    }

    /// Writes a parameter with any name.
    pub fn pair(&mut self, name: &str, text: &str) {
        self.separate();
        escape(name, &mut self.pairs);
        self.pairs.push(b'=');
        escape(text, &mut self.pairs);
    }

    /// Makes the form multipart, also if no file follows.
    pub fn multipart(&mut self) {
        self.files.get_or_insert_default();
    }

    /// Returns the form.
    #[must_use]
    pub fn finish(self) -> FormBody {
        if self.files.is_some() {
            let (bytes, boundary) = multipart::write(self.entries());
            return FormBody { bytes, boundary: Some(boundary) };
        }
        FormBody { bytes: self.pairs, boundary: None }
    }

    /// The parameters in their order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let files = self.files.as_deref().map(Vec::as_slice).unwrap_or_default();
        pairs(&self.pairs).map(|pair| {
            let start = pair.text_start();
            match files.iter().find(|(at, _)| *at == start) {
                Some((_, file)) => Entry { name: pair.name(), content: EntryContent::File(file) },
                None => Entry { name: pair.name(), content: EntryContent::Text(pair.text()) },
            }
        })
    }

    /// Whether a parameter with this name, which needs no escapes, was written.
    pub(crate) fn has(&self, name: &str) -> bool {
        pairs(&self.pairs).any(|pair| pair.raw_name() == name.as_bytes())
    }

    /// The text that was written for the parameter with this name, which needs no escapes.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        pairs(&self.pairs).find(|pair| pair.raw_name() == name.as_bytes())?.text().ok()
    }

    #[inline]
    fn separate(&mut self) {
        if !self.pairs.is_empty() {
            self.pairs.push(b'&');
        }
    }
}

/// A parameter that was written into a form.
pub(crate) struct Entry<'e> {
    /// The name; an error if it was written with an invalid escape.
    pub(crate) name: Result<String, FormError>,
    pub(crate) content: EntryContent<'e>,
}

/// The value of a parameter that was written into a form.
pub(crate) enum EntryContent<'e> {
    /// The text; an error if it was written with an invalid escape.
    Text(Result<String, FormError>),
    File(&'e File),
}

impl fmt::Debug for FormEncoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormEncoder({} bytes)", self.pairs.len())
    }
}

/// Writes one value into a form.
pub struct ValueWriter<'f>(&'f mut FormEncoder);

impl ValueWriter<'_> {
    /// Writes a text, with escapes.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.0.pairs);
    }

    /// Writes a text that needs no escapes: letters, digits, `-`, `.`, `_` and `*`.
    pub fn plain(&mut self, text: &str) {
        debug_assert!(text.bytes().all(is_safe), "`{text}` needs an escape");
        self.0.pairs.extend_from_slice(text.as_bytes());
    }

    /// Writes a decimal with all its digits: `1.50`.
    pub fn decimal(&mut self, value: Decimal) {
        let mut buffer = itoa::Buffer::new();
        let digits = buffer.format(value.mantissa().unsigned_abs()).as_bytes();
        let scale = value.scale() as usize;
        if value.is_sign_negative() {
            self.0.pairs.push(b'-');
        }
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
        self.0.pairs.extend_from_slice(if whole.is_empty() { b"0" } else { whole });
        if scale > 0 {
            self.0.pairs.push(b'.');
            self.0.pairs.resize(self.0.pairs.len() + scale - fraction.len(), b'0');
            self.0.pairs.extend_from_slice(fraction);
        }
    }

    /// Writes a date: `2026-01-31`.
    pub fn date(&mut self, value: Date) {
        let (Ok(year), Ok(month), Ok(day)) =
            (u32::try_from(value.year()), u32::try_from(value.month()), u32::try_from(value.day()))
        else {
            // Negative years have another format.
            return self.display(&value);
        };
        let digit = |number: u32, unit: u32| b"0123456789"[(number / unit % 10) as usize];
        self.0.pairs.extend_from_slice(&[
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            b'-',
            digit(month, 10),
            digit(month, 1),
            b'-',
            digit(day, 10),
            digit(day, 1),
        ]);
    }

    /// Writes a time of day, without a fraction of a second: `18:05:00`.
    pub fn time(&mut self, value: Time) {
        let (hour, minute, second) = (value.hour(), value.minute(), value.second());
        self.text(&format!("{hour:02}:{minute:02}:{second:02}"));
    }

    /// Writes a date and a time of day, without a fraction of a second: `2026-01-31 18:05:00`.
    pub fn date_time(&mut self, value: DateTime) {
        self.date(value.date());
        self.0.pairs.push(b'+');
        self.time(value.time());
    }

    /// Writes a file, which makes the form multipart.
    pub fn file(&mut self, file: &File) {
        let start = self.0.pairs.len();
        self.0.files.get_or_insert_default().push((start, file.clone()));
    }

    /// Writes a value whose text needs no escapes, such as a number.
    pub fn display(&mut self, value: &impl fmt::Display) {
        // Writing to a `Vec` cannot fail.
        let _ = write!(self.0.pairs, "{value}");
    }
}

impl fmt::Debug for ValueWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ValueWriter")
    }
}

/// The body of a request: a form. It may hold secrets, so `Debug` shows only its length.
///
/// It converts into `bytes::Bytes` and `Vec<u8>`: `request.map(bytes::Bytes::from)`.
#[derive(Clone, PartialEq, Eq)]
pub struct FormBody {
    bytes: Vec<u8>,
    /// The boundary of a multipart form.
    boundary: Option<Box<str>>,
}

impl FormBody {
    /// The value of the header `Content-Type`: `application/x-www-form-urlencoded`, or `multipart/form-data` with its boundary if
    /// the method has a parameter that is a file.
    #[must_use]
    pub fn content_type(&self) -> HeaderValue {
        let multipart = self.boundary.as_deref().map(|boundary| format!("{MULTIPART}; boundary={boundary}"));
        let multipart = multipart.and_then(|value| HeaderValue::try_from(value).ok());
        multipart.unwrap_or(HeaderValue::from_static(URLENCODED))
    }

    /// The form as it is sent, secrets included.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The form as it is sent, secrets included.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.bytes.into()
    }
}

impl fmt::Debug for FormBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormBody({} bytes)", self.bytes.len())
    }
}

impl From<FormBody> for Bytes {
    fn from(body: FormBody) -> Self {
        body.into_bytes()
    }
}

impl From<FormBody> for Vec<u8> {
    fn from(body: FormBody) -> Self {
        body.bytes
    }
}

/// The escape of each byte: up to three bytes, and their number.
const ESCAPES: [[u8; 4]; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut escapes = [[0; 4]; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let character = byte as u8;
        escapes[byte] = match character {
            b' ' => [b'+', 0, 0, 1],
            _ if is_safe(character) => [character, 0, 0, 1],
            _ => [b'%', DIGITS[byte >> 4], DIGITS[byte & 15], 3],
        };
        byte += 1;
    }
    escapes
};

/// Whether the byte needs no escape.
const fn is_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_')
}

/// The number of bytes that are escaped at a time.
const CHUNK_LEN: usize = 32;

/// Appends the text with escapes. All bytes are processed alike, so there is no branch to mispredict.
fn escape(text: &str, out: &mut Vec<u8>) {
    let mut escaped = [0; 3 * CHUNK_LEN + 1];
    for chunk in text.as_bytes().chunks(CHUNK_LEN) {
        let mut end = 0;
        for &byte in chunk {
            let escape = &ESCAPES[usize::from(byte)];
            escaped[end..end + 4].copy_from_slice(escape);
            end += usize::from(escape[3]);
        }
        out.extend_from_slice(&escaped[..end]);
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::Date;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{FormEncoder, ValueWriter};

    fn pair(name: &str, text: &str) -> Vec<u8> {
        let mut form = FormEncoder::default();
        form.pair(name, text);
        form.finish().into()
    }

    fn written(write: impl Fn(&mut ValueWriter<'_>)) -> String {
        let mut out = FormEncoder::default();
        write(&mut ValueWriter(&mut out));
        String::from_utf8(out.pairs).unwrap()
    }

    #[test]
    fn decimals_of_every_shape() {
        for text in [
            "0",
            "0.00",
            "-0.5",
            "-0.05",
            "12",
            "79228162514264337593543950335",
            "0.0000000000000000000000000001",
        ] {
            let decimal: Decimal = text.parse().unwrap();
            assert_eq!(written(|out| out.decimal(decimal)), text);
        }
    }

    #[test]
    fn all_but_letters_digits_and_four_marks_is_escaped() {
        assert_eq!(pair("a-b", "x*y.z_ 1+2&3=4;é~"), b"a-b=x*y.z_+1%2B2%263%3D4%3B%C3%A9%7E");
    }

    proptest! {
        #[test]
        fn agrees_with_an_independent_encoder(name in "\\PC{0,12}", text in any::<String>()) {
            let expected = form_urlencoded::Serializer::new(String::new()).append_pair(&name, &text).finish();
            prop_assert_eq!(pair(&name, &text), expected.into_bytes());
        }

        #[test]
        fn decimals_are_written_like_display(mantissa in any::<i64>(), scale in 0..=28_u32) {
            let decimal = Decimal::from_i128_with_scale(mantissa.into(), scale);
            prop_assert_eq!(written(|out| out.decimal(decimal)), decimal.to_string());
        }

        #[test]
        fn dates_are_written_like_display(days in -7_304_484..=2_932_896_i32) {
            let date = Date::constant(1970, 1, 1).saturating_add(days.days());
            prop_assert_eq!(written(|out| out.date(date)), date.to_string());
        }

        #[cfg(feature = "server")]
        #[test]
        fn decoding_gives_the_text_back(name in "\\PC{1,12}", text in any::<String>()) {
            let form = crate::text::form::Form::parse(&pair(&name, &text)).unwrap();
            prop_assert_eq!(form.iter().collect::<Vec<_>>(), vec![(name.as_str(), text.as_str())]);
        }
    }
}
