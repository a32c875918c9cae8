//! The method `GetKeyValueItems`.

use vox_core::prelude::*;

use super::types::KeyValueItems;

/// Lists the items of a key-value storage whose keys have a prefix.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetKeyValueItems",
    roles = [Owner, Admin, Developer],
    response = GetKeyValueItemsResponse,
    kind = read,
)]
pub struct GetKeyValueItems {
    /// The beginning of the keys.
    #[param(max_len = 200, secret = false)]
    pub key: String,
    /// The application.
    pub application_id: u64,
    /// The most items of a response.
    #[param(default = 10, max = 50)]
    pub count: Option<u64>,
    /// How many items are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
}

/// The response of [`GetKeyValueItems`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetKeyValueItemsResponse {
    /// The result.
    pub result: Vec<KeyValueItems>,
}

impl Paged for GetKeyValueItems {
    type Item = KeyValueItems;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.count.get_or_insert(50);
    }

    fn page(response: Self::Response) -> (Vec<Self::Item>, Option<u64>) {
        (response.result, None)
    }
}
