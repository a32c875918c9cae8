//! Record storages.
//!
#![doc = include_str!("../../docs/record_storages.md")]

vox_core::methods! {
    get_record_storages { GetRecordStorages, GetRecordStoragesResponse, RecordStorageInfo }
}
