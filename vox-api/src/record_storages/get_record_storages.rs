//! The method `GetRecordStorages`.

use vox_core::prelude::*;

/// Lists the storages of records.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetRecordStorages", response = GetRecordStoragesResponse, kind = read)]
pub struct GetRecordStorages {
    /// The storages.
    pub record_storage_id: Option<Vec<u64>>,
    /// The names of the storages.
    pub record_storage_name: Option<Vec<String>>,
    /// Whether private storages are listed as well.
    pub with_private: Option<bool>,
}

/// The response of [`GetRecordStorages`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRecordStoragesResponse {
    /// The result.
    pub result: Vec<RecordStorageInfo>,
}

/// A storage of records.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RecordStorageInfo {
    /// The storage.
    pub record_storage_id: Option<u64>,
    /// The name of the record storage.
    pub record_storage_name: Option<String>,
    /// Whether the storage is public.
    pub is_public: Option<bool>,
}
