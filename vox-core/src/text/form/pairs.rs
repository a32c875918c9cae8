//! Splits a form into its pairs.

use std::fmt;

/// A form is invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[cfg_attr(not(feature = "server"), expect(unreachable_pub, reason = "only that feature exports it"))]
pub enum FormError {
    /// A `%` at this byte is not followed by two hexadecimal digits.
    Escape(usize),
    /// A name or a text in the pair that begins at this byte is not UTF-8.
    Utf8(usize),
    /// A multipart form is malformed, for this reason.
    #[cfg(feature = "server")]
    Multipart(String),
    /// The body is not a form, but of this content type.
    #[cfg(feature = "server")]
    ContentType(String),
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Escape(at) => write!(f, "`%` without two hexadecimal digits at byte {at}"),
            Self::Utf8(at) => write!(f, "text that is not UTF-8 in the pair at byte {at}"),
            #[cfg(feature = "server")]
            Self::Multipart(reason) => write!(f, "multipart body: {reason}"),
            #[cfg(feature = "server")]
            Self::ContentType(found) => {
                write!(f, "a body of type '{}' is not supported", found.escape_default())
            }
        }
    }
}

impl std::error::Error for FormError {}

/// A pair of a form, not decoded yet.
pub(crate) struct Pair<'f> {
    name: &'f [u8],
    text: &'f [u8],
    /// The position of the pair in the form.
    start: usize,
}

impl Pair<'_> {
    /// The name as it was sent.
    pub(crate) fn raw_name(&self) -> &[u8] {
        self.name
    }

    /// The decoded name.
    pub(crate) fn name(&self) -> Result<String, FormError> {
        unescape(self.name, self.start)
    }

    /// The position at which the text begins.
    pub(crate) fn text_start(&self) -> usize {
        self.start + self.name.len() + 1
    }

    /// The decoded text.
    pub(crate) fn text(&self) -> Result<String, FormError> {
        unescape(self.text, self.text_start())
    }
}

/// The pairs of `name=text&name=text`, except empty ones.
pub(crate) fn pairs(form: &[u8]) -> impl Iterator<Item = Pair<'_>> {
    let mut next = 0;
    form.split(|&byte| byte == b'&').filter_map(move |pair| {
        let start = next;
        next += pair.len() + 1;
        let middle = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
        let text = pair.get(middle + 1..).unwrap_or_default();
        (!pair.is_empty()).then_some(Pair { name: &pair[..middle], text, start })
    })
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
