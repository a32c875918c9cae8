//! Secrets.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

use crate::declare::ParamValue;
use crate::declare::record::{FieldContent, FieldValue, ValueReader};
use crate::error::DecodeError;
use crate::meta::{FieldType, ParamType, ValueMeta};
use crate::text::form::ValueWriter;

/// A secret string, such as a password, an API key or a token.
///
/// `Debug` prints `Secret(***)`; there is no `Display` and no `Serialize`. The memory is overwritten on drop. Only
/// [`expose`](Secret::expose) returns the string.
///
/// ```
/// # use vox_core::Secret;
/// let password = Secret::from("Str0ng!pass");
/// assert_eq!(format!("{password:?}"), "Secret(***)");
/// assert_eq!(password.expose(), "Str0ng!pass");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Creates a secret from a string.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The string. Search for calls of this function to find all places where secrets are used.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl PartialEq for Secret {
    /// Compares in constant time, for secrets of the same length.
    fn eq(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }
}

impl Eq for Secret {}

impl ParamValue for Secret {
    type Setter = super::setter::Converted;

    fn meta() -> ValueMeta {
        ValueMeta { secret: true, ..ValueMeta::of(ParamType::String) }
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.text(self.expose());
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        Ok(Self::from(text))
    }
}

impl FieldValue for Secret {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::from("")
    }

    fn field_type() -> FieldType {
        FieldType::Secret
    }

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        Ok(json.text()?.map(Self::new))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::secret(self.expose())
    }
}
