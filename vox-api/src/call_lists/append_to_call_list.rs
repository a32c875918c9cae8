//! `AppendToCallList`: adds the tasks of a CSV file to a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `AppendToCallList` of the API's section CallLists.

use vox_core::prelude::*;

/// Adds the tasks of a CSV file to a call list, as a further batch.
///
/// Spends money: a list that is running calls the new tasks. The file has the format of
/// [`CreateCallList`](super::CreateCallList).
///
/// No source states what happens if a request is sent twice. If a response was lost,
/// [`GetCallListDetails`](super::GetCallListDetails) shows whether the tasks are in the list.
///
/// ```
/// use vox_api::call_lists::{AppendToCallList, CallListRef};
/// use vox_api::prelude::*;
///
/// let request = AppendToCallList::builder()
///     .file_content(File::from("phone_number,first_name\n+16501234569,Eve\n"))
///     .list(CallListRef::Id(42))
///     .delimiter(",")
///     .build();
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AppendToCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = AppendToCallListResponse,
    kind = write,
    ack = truthy,
    money = true,
)]
pub struct AppendToCallList {
    /// The CSV file with the tasks.
    pub file_content: File,
    /// The call list.
    #[param(one_of)]
    pub list: CallListRef,
    /// The character encoding of the file.
    #[param(default = "UTF-8")]
    pub encoding: Option<String>,
    /// The character that escapes others in the file.
    pub escape: Option<String>,
    /// The separator of the columns in the file.
    #[param(default = ";")]
    pub delimiter: Option<String>,
    /// The character that encloses values in the file. Only the newest sources have it.
    pub quote: Option<String>,
}

/// A call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "list")]
pub enum CallListRef {
    /// By id.
    Id(u64),
    /// By name. Newer sources of the vendor no longer have it.
    Name(String),
}

/// The response of [`AppendToCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AppendToCallListResponse {
    /// How many tasks were added.
    pub count: Option<u64>,
    /// The call list's id.
    pub list_id: Option<u64>,
    /// The id of the batch of the new tasks, a UUID. Some sources declare it as a number; it is read as a text.
    pub batch_id: Option<String>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::AppendToCallList;

    #[test]
    fn the_id_of_a_batch_is_a_text_or_a_number() {
        for (json, expected) in [
            (r#"{"result": true, "batch_id": "0f-1"}"#, Some("0f-1")),
            (r#"{"result": true, "batch_id": 17}"#, Some("17")),
            (r#"{"result": true}"#, None),
        ] {
            let response = AppendToCallList::from_http(http::Response::new(json)).unwrap();
            assert_eq!(response.batch_id.as_deref(), expected, "{json}");
        }
    }
}
