//! Files in requests.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

/// The content type of a file that has no other.
const ANY_CONTENT: &str = "application/octet-stream";

/// A file, as a parameter: its content, and perhaps a name and a content type.
///
/// A request of a method with such a parameter is sent as `multipart/form-data`. A clone shares the content, so a retry copies
/// nothing. `Debug` shows only the length, as a file may be a key or a list of customers.
///
/// This crate does not read files. Read the content first, for example with `std::fs::read`:
///
/// ```
/// use vox_core::File;
///
/// # let path = std::env::temp_dir().join("vox-core-file-example.csv");
/// # std::fs::write(&path, "phone;name\n79993330011;Ann")?;
/// let tasks = File::from(std::fs::read(&path)?).with_name("tasks.csv").with_content_type("text/csv");
/// assert_eq!(tasks.bytes(), b"phone;name\n79993330011;Ann");
/// assert_eq!(format!("{tasks:?}"), "File(26 bytes)");
/// assert_eq!(File::from("1;2").content_type(), "application/octet-stream");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    bytes: Bytes,
    name: Option<Cow<'static, str>>,
    content_type: Cow<'static, str>,
}

impl File {
    /// Creates a file with this content. `Bytes::from_static` makes one of `include_bytes!` without copying it.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into(), name: None, content_type: Cow::Borrowed(ANY_CONTENT) }
    }

    /// Sets the file's name. Without one, the form has none either.
    #[must_use]
    pub fn with_name(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// Sets the content type, such as `text/csv`. It must be printable ASCII; a request with another one is invalid.
    #[must_use]
    pub fn with_content_type(self, content_type: impl Into<Cow<'static, str>>) -> Self {
        Self { content_type: content_type.into(), ..self }
    }

    /// The content.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The content, without copying it.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// The content as text, if it is UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The content type; `application/octet-stream` unless another is set.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// Whether the content type can be written into the header of a part.
    pub(crate) fn has_valid_content_type(&self) -> bool {
        !self.content_type.is_empty() && self.content_type.bytes().all(|byte| matches!(byte, b' '..=b'~'))
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({} bytes)", self.bytes.len())
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for File {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

/// Copies the content.
impl From<&[u8]> for File {
    fn from(bytes: &[u8]) -> Self {
        Self::new(bytes.to_vec())
    }
}

/// Copies the content.
impl<const N: usize> From<&[u8; N]> for File {
    fn from(bytes: &[u8; N]) -> Self {
        Self::new(bytes.to_vec())
    }
}

/// Copies the content.
impl From<&str> for File {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

/// The value of a parameter in a form that a server received.
#[cfg(feature = "server")]
#[derive(Clone, Copy)]
pub(crate) enum FormValue<'f> {
    /// A text.
    Text(&'f str),
    /// A file.
    File(&'f File),
}
