//! The traits of declarations, and the types of parameters and fields.

mod choice;
mod download;
mod either;
mod erased;
mod file;
#[cfg(feature = "server")]
mod form_reader;
mod json;
mod list;
mod method;
mod param_value;
mod period;
pub(crate) mod record;
mod response;
mod secret;
#[cfg(feature = "server")]
mod server_method;
pub mod setter;
mod text_enum;
mod time;
mod unix_time;

pub use choice::Choice;
pub use download::Download;
pub(crate) use download::FileInfo;
#[cfg(feature = "client")]
pub(crate) use download::FileStream;
pub use either::{Either, JsonOrFile};
pub(crate) use erased::ErasedMethod;
#[cfg(feature = "server")]
pub use form_reader::FormReader;
pub use json::{Json, JsonParam};
pub use list::{IdList, List, ListItem, TextList};
pub use method::Method;
pub use param_value::ParamValue;
pub use period::{Period, PeriodError, PeriodText};
pub use record::{FieldContent, FieldValue, Record, ValueReader};
pub use response::{JsonResponse, Response};
pub use secret::Secret;
#[cfg(feature = "server")]
pub use server_method::ServerMethod;
pub use text_enum::TextEnum;
pub use unix_time::UnixTime;
