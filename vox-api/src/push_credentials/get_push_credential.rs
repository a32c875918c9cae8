//! The method `GetPushCredential`.

use vox_core::prelude::*;

use super::types::{PushProvider, PushProviderRef};
use crate::types::ApplicationInfo;

/// Lists the credentials of push providers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPushCredential",
    roles = [Owner, Admin, Developer],
    response = GetPushCredentialResponse,
    kind = read,
)]
pub struct GetPushCredential {
    /// The id of the push credential.
    pub push_credential_id: Option<u64>,
    /// A push provider.
    #[param(one_of)]
    pub push_provider: Option<PushProviderRef>,
    /// The name of the application.
    pub application_name: Option<String>,
    /// The application.
    pub application_id: Option<u64>,
    /// Whether the response contains the certificates.
    pub with_cert: Option<bool>,
    /// Whether the response contains passwords and keys.
    pub with_secret_info: Option<bool>,
}

/// The response of [`GetPushCredential`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPushCredentialResponse {
    /// The result.
    pub result: Vec<PushCredentialInfo>,
}

/// The credentials of a push provider.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PushCredentialInfo {
    /// The id of the push credential.
    pub push_credential_id: Option<u64>,
    /// The id of the push provider.
    pub push_provider_id: Option<u64>,
    /// The name of the push provider.
    pub push_provider_name: Option<PushProvider>,
    /// When the certificate expires.
    pub expiration_date: Option<String>,
    /// The name of the app's bundle.
    pub credential_bundle: Option<String>,
    /// The content.
    pub content: Vec<PushCredentialContent>,
    /// The applications.
    pub applications: Vec<ApplicationInfo>,
}

/// The content of credentials.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PushCredentialContent {
    /// The name of the certificate's file.
    pub cert_file_name: Option<String>,
    /// The certificate, in Base64.
    pub cert_content: Option<Secret>,
    /// Whether the certificate is for development.
    pub is_dev_mode: Option<bool>,
    /// The id of the sender.
    pub sender_id: Option<String>,
    /// The id of the client at Huawei.
    pub huawei_client_id: Option<String>,
    /// The id of the app at Huawei.
    pub huawei_application_id: Option<String>,
    /// The password of the certificate.
    pub cert_password: Option<Secret>,
    /// The key of the server.
    pub server_key: Option<Secret>,
}
