//! Encodes and decodes `application/x-www-form-urlencoded`.

mod pairs;
#[cfg(feature = "server")]
mod parse;
mod write;

#[cfg(feature = "server")]
pub use pairs::FormError;
pub(crate) use pairs::pairs;
#[cfg(feature = "server")]
pub use parse::Form;
pub use write::{FormBody, FormEncoder, ValueWriter};
