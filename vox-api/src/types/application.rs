//! Applications.

use vox_core::prelude::*;

/// An application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// Applications, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "application")]
pub enum ApplicationsOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// An application, as lists return it.
///
/// Source: the structure `ApplicationInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ApplicationInfo {
    /// The application's id.
    pub application_id: Option<u64>,
    /// The application's name, with the account's: `ivr.my-account.voximplant.com`.
    pub application_name: Option<String>,
    /// When the application was last changed, UTC.
    pub modified: Option<Timestamp>,
    /// Whether the logs and recordings are kept in the secure storage, from which they can be downloaded only with
    /// authorization.
    pub secure_record_storage: Option<bool>,
}
