//! `GetPushCredential`: lists push credentials.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetPushCredential` of the API's section PushCredentials.

use vox_core::prelude::*;

use super::{PushProvider, PushProviderName};
use crate::types::ApplicationInfo;

/// Lists the account's push credentials.
///
/// With `with_cert` the response has the certificates, with `with_secret_info` passwords and keys; these fields are
/// [`Secret`]s, so that output masks them.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::push_credentials::{GetPushCredential, PushProvider, PushProviderId};
///
/// let request = GetPushCredential {
///     push_provider: Some(PushProvider::Id(PushProviderId::AppleVoip)),
///     application_id: Some(3),
///     with_cert: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"push_provider_id=3&application_id=3&with_cert=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPushCredential",
    roles = [Owner, Admin, Developer],
    response = GetPushCredentialResponse,
    kind = read,
)]
pub struct GetPushCredential {
    /// The id of the push credentials.
    pub push_credential_id: Option<u64>,
    /// The push provider.
    #[param(one_of)]
    pub push_provider: Option<PushProvider>,
    /// The name of an application that the push credentials are bound to.
    pub application_name: Option<String>,
    /// The id of an application that the push credentials are bound to.
    pub application_id: Option<u64>,
    /// Whether the certificates are returned.
    pub with_cert: Option<bool>,
    /// Whether passwords and keys are returned. Newer sources of the vendor no longer have it.
    pub with_secret_info: Option<bool>,
}

/// The response of [`GetPushCredential`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPushCredentialResponse {
    /// The push credentials.
    pub result: Vec<PushCredentialInfo>,
}

/// Push credentials.
///
/// Source: the structure `PushCredentialInfo`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PushCredentialInfo {
    /// The id of the push credentials.
    pub push_credential_id: Option<u64>,
    /// The id of the push provider; see [`PushProviderId`](super::PushProviderId).
    pub push_provider_id: Option<u64>,
    /// The name of the push provider.
    pub push_provider_name: Option<PushProviderName>,
    /// When the certificate expires. No source states the format.
    pub expiration_date: Option<String>,
    /// The app's name at the push provider.
    pub credential_bundle: Option<String>,
    /// The content. Sources differ on whether it is an object or a list of one.
    pub content: Vec<PushCredentialContent>,
    /// The applications that the push credentials are bound to.
    pub applications: Vec<ApplicationInfo>,
}

/// The content of push credentials. Which fields there are depends on the push provider.
///
/// Source: the structure `PushCredentialContent`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PushCredentialContent {
    /// Apple: the name of the certificate's file.
    pub cert_file_name: Option<String>,
    /// Apple: the certificate in Base64, if the request has `with_cert`.
    pub cert_content: Option<Secret>,
    /// Apple: whether the certificate is for Apple's sandbox.
    pub is_dev_mode: Option<bool>,
    /// Google: the id of the sender.
    pub sender_id: Option<String>,
    /// Huawei: the id of the client.
    pub huawei_client_id: Option<String>,
    /// Huawei: the id of the app.
    pub huawei_application_id: Option<String>,
    /// Apple: the password of the private key. Only one of the vendor's SDKs has it.
    pub cert_password: Option<Secret>,
    /// Google: the server key. Only one of the vendor's SDKs has it.
    pub server_key: Option<Secret>,
}

#[cfg(test)]
mod tests {
    use super::GetPushCredential;
    use vox_core::MethodExt;

    #[test]
    fn the_content_is_an_object_or_a_list() {
        let content = r#"{"cert_content": "c2VjcmV0", "is_dev_mode": false}"#;
        for content in [content.to_owned(), format!("[{content}]")] {
            let json = format!(r#"{{"result": [{{"push_provider_name": "APPLE", "content": {content}}}]}}"#);
            let response = GetPushCredential::from_http(http::Response::new(json)).unwrap();
            let content = &response.result[0].content;
            assert_eq!((content.len(), content[0].is_dev_mode), (1, Some(false)));
            assert_eq!(content[0].cert_content.as_ref().map(|secret| secret.expose()), Some("c2VjcmV0"));
            assert!(!format!("{response:?}").contains("c2VjcmV0"));
        }
    }
}
