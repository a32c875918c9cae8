//! `AddApplication`: adds an application.
//!
//! Roles: Owner, Admin. Source: the method `AddApplication` of the API's section Applications.

use vox_core::prelude::*;

/// Adds an application to the account.
///
/// The API rejects a name that another application of the account has (error
/// [129](vox_core::ErrorCode::APPLICATION_NAME_ISNT_UNIQUE)). If a response was lost,
/// [`GetApplications`](super::GetApplications) shows whether the application was added.
///
/// ```
/// use vox_api::applications::AddApplication;
/// use vox_api::prelude::*;
///
/// let request = AddApplication::builder().application_name("ivr").secure_record_storage(true).build();
/// assert_eq!(request.to_form().as_bytes(), b"application_name=ivr&secure_record_storage=true");
///
/// let request = AddApplication::builder().application_name("My app").build();
/// assert_eq!(
///     request.validate().unwrap_err().to_string(),
///     "- `application_name` must match `[a-z][a-z0-9-]{1,64}`; found `My app`"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddApplication", roles = [Owner, Admin], response = AddApplicationResponse, kind = write)]
pub struct AddApplication {
    /// The short name: 2 to 65 lower-case Latin letters, digits and hyphens, first a letter.
    #[param(min_len = 2, max_len = 65, pattern = "[a-z][a-z0-9-]{1,64}")]
    pub application_name: String,
    /// Whether the logs and recordings of the application are kept in the secure storage, from which they can be downloaded only
    /// with authorization.
    pub secure_record_storage: Option<bool>,
}

/// The response of [`AddApplication`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddApplicationResponse {
    /// The new application's id.
    pub application_id: u64,
    /// The new application's full name, with the account's: `ivr.my-account.voximplant.com`.
    pub application_name: Option<String>,
    /// Whether the logs and recordings are kept in the secure storage.
    pub secure_record_storage: Option<bool>,
}
