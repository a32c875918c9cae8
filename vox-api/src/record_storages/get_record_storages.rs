//! `GetRecordStorages`: lists the record storages.
//!
//! Roles: any. Source: the method `GetRecordStorages` of the API's section RecordStorages, which is in the vendor's SDKs but
//! not in the reference.

use vox_core::prelude::*;

/// Lists the record storages.
///
/// The API rejects an invalid id (error [396](vox_core::ErrorCode::INVALID_RECORD_STORAGE_ID)).
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::record_storages::GetRecordStorages;
///
/// let request = GetRecordStorages { record_storage_id: Some(vec![2, 3]), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"record_storage_id=2%3B3");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetRecordStorages", response = GetRecordStoragesResponse, kind = read)]
pub struct GetRecordStorages {
    /// The ids of the record storages.
    pub record_storage_id: Option<Vec<u64>>,
    /// The names of the record storages.
    pub record_storage_name: Option<Vec<String>>,
    /// Whether private record storages are returned too. Newer sources of the vendor no longer have it.
    pub with_private: Option<bool>,
}

/// The response of [`GetRecordStorages`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRecordStoragesResponse {
    /// The record storages. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<RecordStorageInfo>,
}

/// A record storage.
///
/// Source: the structure `RecordStorageInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RecordStorageInfo {
    /// The record storage's id.
    pub record_storage_id: Option<u64>,
    /// The record storage's name.
    pub record_storage_name: Option<String>,
    /// Whether it is public. Only one of the vendor's sources has it.
    pub is_public: Option<bool>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::GetRecordStorages;

    #[test]
    fn one_storage_and_several_are_a_list() {
        for (json, expected) in [
            (r#"{"result": {"record_storage_id": 2}}"#, vec![Some(2)]),
            (r#"{"result": [{"record_storage_id": 2}, {"record_storage_id": 3}]}"#, vec![Some(2), Some(3)]),
            (r#"{"result": []}"#, vec![]),
        ] {
            let response = GetRecordStorages::from_http(http::Response::new(json)).unwrap();
            let ids: Vec<_> = response.result.iter().map(|storage| storage.record_storage_id).collect();
            assert_eq!(ids, expected, "{json}");
        }
    }
}
