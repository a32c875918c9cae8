//! `GetDialogflowKeys`: lists the keys of Dialogflow.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetDialogflowKeys` of the API's section DialogflowCredentials.

use vox_core::prelude::*;

use crate::types::ApplicationInfo;

/// Lists the account's keys of Dialogflow, and the applications that they are bound to.
///
/// ```
/// use vox_api::dialogflow_credentials::GetDialogflowKeys;
/// use vox_api::prelude::*;
///
/// let request = GetDialogflowKeys { application_name: Some("ivr".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"application_name=ivr");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetDialogflowKeys",
    roles = [Owner, Admin, Developer],
    response = GetDialogflowKeysResponse,
    kind = read,
)]
pub struct GetDialogflowKeys {
    /// The key's id.
    pub dialogflow_key_id: Option<u64>,
    /// The name of an application that the keys are bound to.
    pub application_name: Option<String>,
    /// The id of an application that the keys are bound to.
    pub application_id: Option<u64>,
    /// Whether the key files are returned. Newer sources of the vendor no longer have it.
    pub with_secret_info: Option<bool>,
}

/// The response of [`GetDialogflowKeys`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetDialogflowKeysResponse {
    /// The keys.
    pub result: Vec<DialogflowKeyInfo>,
}

/// A key of Dialogflow, and the applications that it is bound to.
///
/// Source: the structure `DialogflowKeyInfo`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct DialogflowKeyInfo {
    /// The key's id.
    pub dialogflow_key_id: Option<u64>,
    /// The key itself.
    pub content: Option<DialogflowKey>,
    /// The applications that the key is bound to.
    pub applications: Vec<ApplicationInfo>,
}

/// The content of a key of Dialogflow.
///
/// Source: the structure `DialogflowKey`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct DialogflowKey {
    /// The id of the project at Google.
    pub project_id: Option<String>,
    /// The content of the key file, if the request has `with_secret_info`. Only one of the vendor's SDKs has it.
    pub json_file: Option<Secret>,
}

#[cfg(test)]
mod tests {
    use super::GetDialogflowKeys;
    use vox_core::MethodExt;

    #[test]
    fn the_key_file_is_not_shown() {
        let json =
            r#"{"result": [{"content": {"project_id": "shop", "json_file": "{\"private_key\": \"k3y\"}"}}]}"#;
        let response = GetDialogflowKeys::from_http(http::Response::new(json)).unwrap();
        let content = response.result[0].content.as_ref().unwrap();
        assert_eq!(content.project_id.as_deref(), Some("shop"));
        assert_eq!(content.json_file.as_ref().unwrap().expose(), r#"{"private_key": "k3y"}"#);
        assert!(!format!("{response:?}").contains("k3y"));
    }
}
