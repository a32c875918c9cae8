//! Encodes and decodes forms: `application/x-www-form-urlencoded` and `multipart/form-data`.

mod file;
mod multipart;
mod pairs;
#[cfg(feature = "server")]
mod parse;
mod write;

pub use file::File;
#[cfg(feature = "server")]
pub(crate) use file::FormValue;
#[cfg(feature = "server")]
pub use pairs::FormError;
#[cfg(feature = "server")]
pub use parse::Form;
pub(crate) use write::EntryContent;
pub use write::{FormBody, FormEncoder, ValueWriter};

/// The content type of forms without files.
const URLENCODED: &str = "application/x-www-form-urlencoded";

/// The content type of forms with files, without its boundary.
const MULTIPART: &str = "multipart/form-data";
