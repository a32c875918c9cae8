//! The section `KeyValueStorage`.

mod types;

pub use types::*;

vox_core::methods! {
    set_key_value_item { SetKeyValueItem, SetKeyValueItemResponse, Expiry }
    get_key_value_items { GetKeyValueItems, GetKeyValueItemsResponse }
}
