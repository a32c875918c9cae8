//! `GetSecretValue`: reads a secret of an application.
//!
//! Roles: any. Source: the method `GetSecretValue` of the API's section Secrets.

use vox_core::prelude::*;

use super::SecretRef;
use crate::types::Application;

/// Reads a secret of an application with its value, in plain text.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::secrets::{GetSecretValue, SecretRef};
/// use vox_api::types::Application;
///
/// let request =
///     GetSecretValue { application: Application::Id(5), secret: SecretRef::Name("crm_token".into()) };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=5&secret_name=crm_token");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSecretValue", response = GetSecretValueResponse, kind = read)]
pub struct GetSecretValue {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The secret.
    #[param(one_of)]
    pub secret: SecretRef,
}

/// The response of [`GetSecretValue`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSecretValueResponse {
    /// The secret. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<GetSecretValueResult>,
}

/// A secret with its value.
///
/// Source: the structure `GetSecretValueResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSecretValueResult {
    /// The secret's id.
    pub secret_id: Option<u64>,
    /// The secret's name.
    #[field(secret = false)]
    pub secret_name: Option<String>,
    /// The value.
    pub secret_value: Secret,
    /// The description.
    pub description: Option<String>,
    /// When the secret was added, UTC.
    pub created: Option<Timestamp>,
    /// When the secret was last changed, UTC.
    pub modified: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::GetSecretValue;

    #[test]
    fn the_secret_may_be_an_object_or_in_a_list() {
        let secret = r#"{"secret_id": 7, "secret_name": "crm_token", "secret_value": "hunter2",
            "created": "2026-01-31 18:05:00", "modified": "2026-01-31 18:05:00"}"#;
        for result in [secret.to_owned(), format!("[{secret}]")] {
            let json = format!(r#"{{"result": {result}}}"#);
            let secrets = GetSecretValue::from_http(http::Response::new(json)).unwrap().result;
            assert_eq!((secrets.len(), secrets[0].secret_value.expose()), (1, "hunter2"));
            assert_eq!(secrets[0].created.unwrap().to_string(), "2026-01-31T18:05:00Z");
            assert!(secrets[0].description.is_none());
        }
    }
}
