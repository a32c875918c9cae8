//! `SetApplicationInfo`: renames an application, or changes how its recordings are stored.
//!
//! Roles: Owner, Admin. Source: the method `SetApplicationInfo` of the API's section Applications.

use vox_core::prelude::*;

/// Renames an application, or changes how its logs and recordings are stored.
///
/// The name of an application is part of the domain that its users log in to, so a new name also changes the domain.
///
/// ```
/// use vox_api::applications::{ApplicationToChange, SetApplicationInfo};
/// use vox_api::prelude::*;
///
/// let request = SetApplicationInfo::builder()
///     .application(ApplicationToChange::Name("ivr".into()))
///     .application_name("ivr-2026")
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"required_application_name=ivr&application_name=ivr-2026");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SetApplicationInfo",
    roles = [Owner, Admin],
    response = SetApplicationInfoResponse,
    kind = write,
)]
pub struct SetApplicationInfo {
    /// The application that is changed.
    #[param(one_of)]
    pub application: ApplicationToChange,
    /// The new short name: 2 to 80 lower-case Latin letters, digits and hyphens, first a letter. A new application may have only
    /// 65 by [`AddApplication`](super::AddApplication); no source explains the difference.
    #[param(min_len = 2, max_len = 80, pattern = "[a-z][a-z0-9-]{1,79}")]
    pub application_name: Option<String>,
    /// Whether the logs and recordings of the application are kept in the secure storage, from which they can be downloaded only
    /// with authorization.
    pub secure_record_storage: Option<bool>,
}

/// The application that is changed.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "application")]
pub enum ApplicationToChange {
    /// By id.
    Id(u64),
    /// By its current name.
    #[param(name = "required_application_name")]
    Name(String),
}

/// The response of [`SetApplicationInfo`]: the application after the change.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SetApplicationInfoResponse {
    /// The application's full name, with the account's: `ivr.my-account.voximplant.com`.
    pub application_name: Option<String>,
    /// Whether the logs and recordings are kept in the secure storage.
    pub secure_record_storage: Option<bool>,
}
