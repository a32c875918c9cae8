//! `AddSecret`: adds a secret to an application.
//!
//! Roles: any. Source: the method `AddSecret` of the API's section Secrets.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a secret to an application, whose scenarios can then read it.
///
/// If a response was lost, [`GetSecrets`](super::GetSecrets) shows whether the secret was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::secrets::AddSecret;
/// use vox_api::types::Application;
///
/// let request = AddSecret::builder()
///     .secret_name("2nd token")
///     .secret_value("hunter2")
///     .application(Application::Name("ivr".into()))
///     .build();
/// assert_eq!(
///     request.validate().unwrap_err().to_string(),
///     "- `secret_name` must match `[A-Za-z][A-Za-z0-9_]{0,63}`; found `2nd token`"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddSecret", response = AddSecretResponse, kind = write, ack = none)]
pub struct AddSecret {
    /// The name, of at most 64 characters: a Latin letter, then Latin letters, digits and underscores.
    #[param(max_len = 64, pattern = "[A-Za-z][A-Za-z0-9_]{0,63}", secret = false)]
    pub secret_name: String,
    /// The value, of at most 8192 characters.
    #[param(max_len = 8192)]
    pub secret_value: Secret,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The description, of which the API keeps 200 characters.
    pub description: Option<String>,
}

/// The response of [`AddSecret`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSecretResponse {
    /// The new secret. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<AddSecretResult>,
}

/// A new secret.
///
/// Source: the structure `AddSecretResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSecretResult {
    /// The secret's id.
    pub secret_id: u64,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::AddSecret;

    #[test]
    fn the_secret_may_be_an_object_or_in_a_list() {
        for json in [r#"{"result": {"secret_id": 7}}"#, r#"{"result": [{"secret_id": 7}]}"#] {
            let added = AddSecret::from_http(http::Response::new(json)).unwrap().result;
            assert_eq!(added.iter().map(|secret| secret.secret_id).collect::<Vec<_>>(), [7], "{json}");
        }
    }
}
