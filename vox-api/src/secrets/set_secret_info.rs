//! `SetSecretInfo`: changes a secret of an application.
//!
//! Roles: any. Source: the method `SetSecretInfo` of the API's section Secrets.

use vox_core::prelude::*;

use super::SecretRef;
use crate::types::Application;

/// Changes the name, the value or the description of a secret of an application.
///
/// Settings that are left out remain as they are. Scenarios that read the secret by its old name do not find it after a change
/// of the name.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::secrets::{SecretRef, SetSecretInfo};
/// use vox_api::types::Application;
///
/// let request = SetSecretInfo::builder()
///     .application(Application::Id(5))
///     .secret(SecretRef::Id(7))
///     .new_secret_name("crm_token")
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=5&secret_id=7&new_secret_name=crm_token");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetSecretInfo", response = (), kind = write)]
pub struct SetSecretInfo {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The secret.
    #[param(one_of)]
    pub secret: SecretRef,
    /// The new name, of at most 64 characters: a Latin letter, then Latin letters, digits and underscores.
    #[param(max_len = 64, pattern = "[A-Za-z][A-Za-z0-9_]{0,63}", secret = false)]
    pub new_secret_name: Option<String>,
    /// The new value, of at most 8192 characters.
    #[param(max_len = 8192)]
    pub secret_value: Option<Secret>,
    /// The new description, of which the API keeps 200 characters.
    pub description: Option<String>,
}
