//! `application/x-www-form-urlencoded`, both ways.

mod encode;
mod pairs;
#[cfg(feature = "server")]
mod parse;
#[cfg(feature = "server")]
mod reader;

pub use encode::{FormBody, FormEncoder, ValueWriter};
#[cfg(feature = "server")]
pub use pairs::FormError;
pub(crate) use pairs::pairs;
#[cfg(feature = "server")]
pub use parse::Form;
#[cfg(feature = "server")]
pub use reader::FormReader;
