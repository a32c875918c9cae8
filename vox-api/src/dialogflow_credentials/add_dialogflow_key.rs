//! `AddDialogflowKey`: adds a key of Dialogflow.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddDialogflowKey` of the API's section DialogflowCredentials.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a key of Dialogflow, and binds it to an application.
///
/// ```
/// use vox_api::dialogflow_credentials::AddDialogflowKey;
/// use vox_api::prelude::*;
/// use vox_api::types::Application;
///
/// let request = AddDialogflowKey::builder()
///     .application(Application::Id(3))
///     .json_credentials(r#"{"type": "service_account"}"#)
///     .build();
/// assert_eq!(masked(&request).to_string(), r#"{"application_id":"3","json_credentials":"***"}"#);
///
/// let request = AddDialogflowKey { json_credentials: "service-account.json".into(), ..request };
/// assert!(request.validate().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddDialogflowKey",
    roles = [Owner, Admin, Developer],
    response = AddDialogflowKeyResponse,
    kind = write,
    ack = truthy,
)]
pub struct AddDialogflowKey {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The content of the key file that Google provides for a service account, JSON.
    #[param(check = rules::JSON)]
    pub json_credentials: Secret,
    /// A description of the key.
    pub description: Option<String>,
}

/// The response of [`AddDialogflowKey`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddDialogflowKeyResponse {
    /// The new key's id.
    pub dialogflow_key_id: u64,
}
