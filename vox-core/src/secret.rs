//! Values that nobody may see.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;

use crate::ValueWriter;
use crate::meta::{FieldType, ParamType, ValueMeta};
use crate::record::{DecodeContext, FieldContent, FieldValue, read_text};
use crate::rules::Text;
use crate::value::{Expected, ParamValue};

/// A password, an API key, a salt, a token.
///
/// It never shows itself: `{:?}` prints `Secret(***)`, there is no `Display` and no serialisation, and its memory is
/// overwritten when it is dropped. The text leaves only through [`expose`](Secret::expose).
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
    /// Makes a secret of a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The text itself. Search for this call to find every place where a secret leaves its type.
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
    /// Compares in constant time: how long it takes depends on the lengths only.
    fn eq(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }
}

impl Eq for Secret {}

impl Text for Secret {
    fn text(&self) -> &str {
        self.expose()
    }
}

impl ParamValue for Secret {
    const META: ValueMeta = ValueMeta { secret: true, ..ValueMeta::of(ParamType::String) };

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.text(self.expose());
    }

    fn read(text: &str) -> Result<Self, Expected> {
        Ok(Self::from(text))
    }
}

impl FieldValue for Secret {
    fn blank() -> Self {
        Self::from("")
    }

    fn field_type() -> FieldType {
        FieldType::Secret
    }

    fn read<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        Ok(read_text(deserializer, context)?.map(Self::new))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::secret(self.expose())
    }
}
