//! Key-value storage: texts that the scenarios of an application share with programs, each for a limited time.
//!
#![doc = include_str!("../../docs/key_value_storage.md")]
//!
//! Each application has a storage. A colon in a key ends a namespace: `order:7`. [`GetKeyValueItems`] and [`GetKeyValueKeys`]
//! find the keys with the same beginning, such as `order`:
//!
//! ```no_run
//! use vox_api::key_value_storage::{Expiry, GetKeyValueItems, SetKeyValueItem};
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! SetKeyValueItem::builder()
//!     .key("order:7")
//!     .value("paid")
//!     .application_id(5)
//!     .expiry(Expiry::After(3600))
//!     .send(client)
//!     .await?;
//!
//! let request = GetKeyValueItems::builder().key("order:").application_id(5).build();
//! let mut orders = request.items(client);
//! while let Some(order) = orders.next().await {
//!     let order = order?;
//!     println!("{:?} is {:?}", order.key, order.value);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Every method requires the application's id. Each also has the parameter `application_name`, which elsewhere replaces the id;
//! no source states that it does here.
//!
//! Logs show the values. Passwords and tokens of scenarios belong to the section Secrets.

mod types;

pub use types::KeyValueItems;

vox_core::methods! {
    set_key_value_item { SetKeyValueItem, SetKeyValueItemResponse, Expiry }
    del_key_value_item { DelKeyValueItem }
    get_key_value_item { GetKeyValueItem, GetKeyValueItemResponse }
    get_key_value_items { GetKeyValueItems, GetKeyValueItemsResponse }
    get_key_value_keys { GetKeyValueKeys, GetKeyValueKeysResponse, KeyValueKeys }
}
