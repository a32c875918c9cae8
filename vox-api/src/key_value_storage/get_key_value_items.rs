//! `GetKeyValueItems`: lists the items of a key-value storage.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetKeyValueItems` of the API's section KeyValueStorage.

use vox_core::prelude::*;

use super::KeyValueItems;

/// Lists the items of the key-value storage of an application whose keys have the same beginning.
///
/// [`GetKeyValueKeys`](super::GetKeyValueKeys) lists the keys alone, also all of them. The response has no total: `items` and
/// `pages` end with an empty page.
///
/// ```
/// use vox_api::key_value_storage::GetKeyValueItems;
/// use vox_api::prelude::*;
///
/// let request = GetKeyValueItems::builder().key("order:").application_id(5).count(50).build();
/// assert_eq!(request.to_form().as_bytes(), b"key=order%3A&application_id=5&count=50");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetKeyValueItems",
    roles = [Owner, Admin, Developer],
    response = GetKeyValueItemsResponse,
    kind = read,
)]
pub struct GetKeyValueItems {
    /// The beginning of the keys, of at most 200 characters, such as a namespace: `order:`.
    #[param(max_len = 200, secret = false)]
    pub key: String,
    /// The application's id.
    pub application_id: u64,
    /// The most items to return, at most 50.
    #[param(max = 50, default = 10)]
    pub count: Option<u64>,
    /// How many items are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The application's name.
    pub application_name: Option<String>,
}

/// The response of [`GetKeyValueItems`]: one page of items.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetKeyValueItemsResponse {
    /// The items of this page. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<KeyValueItems>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetKeyValueItems {
    type Item = KeyValueItems;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.count.get_or_insert(50);
    }

    fn page(response: GetKeyValueItemsResponse) -> (Vec<KeyValueItems>, Option<u64>) {
        (response.result, None)
    }
}
