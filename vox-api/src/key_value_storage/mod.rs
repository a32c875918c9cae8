//! Key-value storage.
//!
#![doc = include_str!("../../docs/key_value_storage.md")]

mod types;

pub use types::*;

vox_core::methods! {
    set_key_value_item { SetKeyValueItem, SetKeyValueItemResponse, Expiry }
    get_key_value_items { GetKeyValueItems, GetKeyValueItemsResponse }
}
