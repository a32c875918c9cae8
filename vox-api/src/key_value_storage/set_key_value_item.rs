//! The method `SetKeyValueItem`.

use vox_core::prelude::*;

use super::types::KeyValueItems;

/// Writes an item of an application's key-value storage. An item with the same key is replaced.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SetKeyValueItem",
    roles = [Owner, Admin, Developer],
    response = SetKeyValueItemResponse,
    kind = write,
    ack = none,
)]
pub struct SetKeyValueItem {
    /// The key.
    #[param(max_len = 200, pattern = "[a-zA-Z0-9а-яА-ЯёЁ_\\-:;.#+]*", secret = false)]
    pub key: String,
    /// The value.
    #[param(max_len = 2000)]
    pub value: String,
    /// The application.
    pub application_id: u64,
    /// The name of the application.
    pub application_name: Option<String>,
    /// When an item expires.
    #[param(one_of)]
    pub expiry: Option<Expiry>,
}

/// The response of [`SetKeyValueItem`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SetKeyValueItemResponse {
    /// The result.
    pub result: Option<KeyValueItems>,
}

/// When an item expires.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Expiry {
    /// After this many seconds.
    #[param(name = "ttl", max = 7776000, default = 2592000)]
    After(u64),
    /// At a moment.
    #[param(name = "expires_at")]
    At(UnixTime),
}
