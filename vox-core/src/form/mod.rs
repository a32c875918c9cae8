//! `application/x-www-form-urlencoded`, both ways.

mod encode;
#[cfg(feature = "server")]
mod parse;
#[cfg(feature = "server")]
mod reader;

pub use encode::{FormBody, FormEncoder, ValueWriter};
#[cfg(feature = "server")]
pub use parse::{Form, FormError};
#[cfg(feature = "server")]
pub use reader::FormReader;
