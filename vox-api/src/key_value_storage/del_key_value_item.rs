//! `DelKeyValueItem`: deletes an item of a key-value storage.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelKeyValueItem` of the API's section KeyValueStorage.

use vox_core::prelude::*;

/// Deletes an item of the key-value storage of an application.
///
/// ```
/// use vox_api::key_value_storage::DelKeyValueItem;
/// use vox_api::prelude::*;
///
/// let request = DelKeyValueItem::builder().key("order:7").application_id(5).build();
/// assert_eq!(request.to_form().as_bytes(), b"key=order%3A7&application_id=5");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DelKeyValueItem",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct DelKeyValueItem {
    /// The whole key, of at most 200 characters.
    #[param(max_len = 200, secret = false)]
    pub key: String,
    /// The application's id.
    pub application_id: u64,
    /// The application's name.
    pub application_name: Option<String>,
}
