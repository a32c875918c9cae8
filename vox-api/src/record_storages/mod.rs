//! Record storages: where recordings are kept.
//!
#![doc = include_str!("../../docs/record_storages.md")]
//!
//! An account keeps its recordings in one record storage. [`GetRecordStorages`] lists the storages; the method `AddAccount` of
//! the section Accounts chooses the one of a child account:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::record_storages::GetRecordStorages;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! for storage in GetRecordStorages::default().send(client).await?.result {
//!     println!("{:?}: {:?}", storage.record_storage_id, storage.record_storage_name);
//! }
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    get_record_storages { GetRecordStorages, GetRecordStoragesResponse, RecordStorageInfo }
}
