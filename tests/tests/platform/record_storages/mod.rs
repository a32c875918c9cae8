//! The section `RecordStorages`.

vox_core::methods! {
    get_record_storages { GetRecordStorages, GetRecordStoragesResponse, RecordStorageInfo }
}
