//! Encodes a form, in one pass.

use std::fmt;
use std::io::Write;

use bytes::Bytes;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The typical number of bytes of a parameter with its name. With this capacity, most requests need one allocation.
const TYPICAL_PARAM_LEN: usize = 34;

/// The largest initial capacity: allocators are slower for larger ones, and few requests set all their parameters.
const MAX_CAPACITY: usize = 1024;

/// The capacity for credentials, which may follow the parameters.
const CREDENTIALS_LEN: usize = 96;

/// Encodes parameters as a form.
#[derive(Default)]
pub struct FormEncoder(Vec<u8>);

impl FormEncoder {
    /// Creates an empty form with the capacity for this number of parameters.
    #[must_use]
    pub fn for_params(count: usize) -> Self {
        Self(Vec::with_capacity((count * TYPICAL_PARAM_LEN + CREDENTIALS_LEN).min(MAX_CAPACITY)))
    }

    /// Writes the name of a parameter, whose value is written next. The name must not need escapes.
    #[inline]
    pub fn value(&mut self, name: &'static str) -> ValueWriter<'_> {
        self.separate();
        self.0.extend_from_slice(name.as_bytes());
        self.0.push(b'=');
        ValueWriter(&mut self.0)
    }

    /// Writes a parameter with any name.
    pub fn pair(&mut self, name: &str, text: &str) {
        self.separate();
        escape(name, &mut self.0);
        self.0.push(b'=');
        escape(text, &mut self.0);
    }

    /// Returns the form.
    #[must_use]
    pub fn finish(self) -> FormBody {
        FormBody(self.0)
    }

    #[inline]
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
    /// Writes a text, with escapes.
    pub fn text(&mut self, text: &str) {
        escape(text, self.0);
    }

    /// Writes a text that needs no escapes: letters, digits, `-`, `.`, `_` and `*`.
    pub fn plain(&mut self, text: &str) {
        debug_assert!(text.bytes().all(is_safe), "`{text}` needs an escape");
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Writes a decimal with all its digits: `1.50`.
    pub fn decimal(&mut self, value: Decimal) {
        let mut buffer = itoa::Buffer::new();
        let digits = buffer.format(value.mantissa().unsigned_abs()).as_bytes();
        let scale = value.scale() as usize;
        if value.is_sign_negative() {
            self.0.push(b'-');
        }
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
        self.0.extend_from_slice(if whole.is_empty() { b"0" } else { whole });
        if scale > 0 {
            self.0.push(b'.');
            self.0.resize(self.0.len() + scale - fraction.len(), b'0');
            self.0.extend_from_slice(fraction);
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
        self.0.extend_from_slice(&[
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

    /// Writes a value whose text needs no escapes, such as a number.
    pub fn display(&mut self, value: &impl fmt::Display) {
        // Writing to a `Vec` cannot fail.
        let _ = write!(self.0, "{value}");
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
pub struct FormBody(Vec<u8>);

impl FormBody {
    /// The form as it is sent, secrets included.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The form as it is sent, secrets included.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0.into()
    }
}

impl fmt::Debug for FormBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormBody({} bytes)", self.0.len())
    }
}

impl From<FormBody> for Bytes {
    fn from(body: FormBody) -> Self {
        body.into_bytes()
    }
}

impl From<FormBody> for Vec<u8> {
    fn from(body: FormBody) -> Self {
        body.0
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
        let mut out = Vec::new();
        write(&mut ValueWriter(&mut out));
        String::from_utf8(out).unwrap()
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
