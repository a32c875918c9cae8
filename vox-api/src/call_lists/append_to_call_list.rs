//! The method `AppendToCallList`.

use vox_core::prelude::*;

/// Adds the tasks of a file to a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AppendToCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = AppendToCallListResponse,
    kind = write,
    ack = truthy,
)]
pub struct AppendToCallList {
    /// The tasks, as CSV.
    pub file_content: File,
    /// A call list.
    #[param(one_of)]
    pub list: CallList,
    /// The character encoding of the file.
    #[param(default = "UTF-8")]
    pub encoding: Option<String>,
    /// The character that escapes others.
    pub escape: Option<String>,
    /// The separator of columns.
    #[param(default = ";")]
    pub delimiter: Option<String>,
    /// The character that encloses texts.
    pub quote: Option<String>,
}

/// The response of [`AppendToCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AppendToCallListResponse {
    /// The number of tasks in the file.
    pub count: Option<u64>,
    /// The id of the list.
    pub list_id: Option<u64>,
    /// The id of the batch of tasks, a UUID.
    pub batch_id: Option<String>,
}

/// A call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "list")]
pub enum CallList {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}
