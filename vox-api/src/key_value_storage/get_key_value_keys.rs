//! `GetKeyValueKeys`: lists the keys of a key-value storage.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetKeyValueKeys` of the API's section KeyValueStorage.

use vox_core::prelude::*;

/// Lists the keys of the key-value storage of an application: all of them, or those with the same beginning.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::key_value_storage::GetKeyValueKeys;
/// use vox_api::prelude::*;
///
/// let request = GetKeyValueKeys::builder().application_id(5).key("order:").build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=5&key=order%3A");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetKeyValueKeys",
    roles = [Owner, Admin, Developer],
    response = GetKeyValueKeysResponse,
    kind = read,
)]
pub struct GetKeyValueKeys {
    /// The application's id.
    pub application_id: u64,
    /// The beginning of the keys, of at most 200 characters, such as a namespace: `order:`.
    #[param(max_len = 200, secret = false)]
    pub key: Option<String>,
    /// The most keys to return, at most 50.
    #[param(max = 50, default = 10)]
    pub count: Option<u64>,
    /// How many keys are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The application's name.
    pub application_name: Option<String>,
}

/// The response of [`GetKeyValueKeys`]: one page of keys.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetKeyValueKeysResponse {
    /// The keys of this page. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<KeyValueKeys>,
}

/// A key of a storage, without its value.
///
/// Source: the structure `KeyValueKeys`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct KeyValueKeys {
    /// The key.
    #[field(secret = false)]
    pub key: Option<String>,
    /// When the item expires.
    pub expires_at: Option<UnixTime>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetKeyValueKeys {
    type Item = KeyValueKeys;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.count.get_or_insert(50);
    }

    fn page(response: GetKeyValueKeysResponse) -> (Vec<KeyValueKeys>, Option<u64>) {
        (response.result, None)
    }
}
