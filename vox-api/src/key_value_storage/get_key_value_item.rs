//! `GetKeyValueItem`: reads an item of a key-value storage.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetKeyValueItem` of the API's section KeyValueStorage.

use vox_core::prelude::*;

use super::KeyValueItems;

/// Reads an item of the key-value storage of an application.
///
/// ```
/// use vox_api::key_value_storage::GetKeyValueItem;
/// use vox_api::prelude::*;
///
/// let request = GetKeyValueItem::builder().key("order:7").application_id(5).build();
/// assert_eq!(request.to_form().as_bytes(), b"key=order%3A7&application_id=5");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetKeyValueItem",
    roles = [Owner, Admin, Developer],
    response = GetKeyValueItemResponse,
    kind = read,
)]
pub struct GetKeyValueItem {
    /// The whole key, of at most 200 characters.
    #[param(max_len = 200, secret = false)]
    pub key: String,
    /// The application's id.
    pub application_id: u64,
    /// The application's name.
    pub application_name: Option<String>,
}

/// The response of [`GetKeyValueItem`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetKeyValueItemResponse {
    /// The item.
    pub result: Option<KeyValueItems>,
}
