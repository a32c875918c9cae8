//! The method `AddPushCredential`.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::types::{PushProvider, PushProviderId, PushProviderRef};
use crate::types::Application;

/// Adds the credentials of a push provider.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddPushCredential",
    roles = [Owner, Admin, Developer],
    response = AddPushCredentialResponse,
    kind = write,
    ack = truthy,
    checks = [APPLE, GOOGLE, HUAWEI],
)]
pub struct AddPushCredential {
    /// A push provider.
    #[param(one_of)]
    pub push_provider: PushProviderRef,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The name of the app's bundle.
    pub credential_bundle: Option<String>,
    /// The certificate.
    #[param(secret = true)]
    pub cert_content: Option<File>,
    /// The name of the certificate's file.
    pub cert_file_name: Option<String>,
    /// The password of the certificate.
    pub cert_password: Option<Secret>,
    /// Whether the certificate is for development.
    pub is_dev_mode: Option<bool>,
    /// The id of the sender.
    pub sender_id: Option<String>,
    /// The key of Google.
    #[param(one_of)]
    pub google_key: Option<GoogleKey>,
    /// The id of the client at Huawei.
    pub huawei_client_id: Option<String>,
    /// The secret of the client at Huawei.
    pub huawei_client_secret: Option<Secret>,
    /// The id of the app at Huawei.
    pub huawei_application_id: Option<String>,
}

/// The response of [`AddPushCredential`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddPushCredentialResponse {
    /// The id of the push credential.
    pub push_credential_id: u64,
}

/// The key of Google.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum GoogleKey {
    /// The key of the server.
    #[param(name = "server_key")]
    Server(Secret),
    /// The file of a service account.
    #[param(name = "service_account_file", secret = true)]
    ServiceAccount(File),
}

/// Whether the provider is one of these.
fn is_for(credential: &AddPushCredential, names: &[PushProvider], ids: &[PushProviderId]) -> bool {
    match &credential.push_provider {
        PushProviderRef::Name(name) => names.contains(name),
        PushProviderRef::Id(id) => ids.contains(id),
    }
}

const APPLE: RequestCheck<AddPushCredential> = RequestCheck::new(
    "apple",
    "must be one of Apple with a certificate",
    &["push_provider", "cert_content", "cert_file_name", "cert_password", "is_dev_mode"],
    |request| {
        is_for(
            request,
            &[PushProvider::Apple, PushProvider::AppleVoip],
            &[PushProviderId::Apple, PushProviderId::AppleVoip],
        ) || (request.cert_content.is_none()
            && request.cert_file_name.is_none()
            && request.cert_password.is_none()
            && request.is_dev_mode.is_none())
    },
);

const GOOGLE: RequestCheck<AddPushCredential> = RequestCheck::new(
    "google",
    "must be Google with the key of Google",
    &["push_provider", "google_key", "sender_id"],
    |request| {
        is_for(request, &[PushProvider::Google], &[PushProviderId::Google])
            || (request.google_key.is_none() && request.sender_id.is_none())
    },
);

const HUAWEI: RequestCheck<AddPushCredential> = RequestCheck::new(
    "huawei",
    "must be Huawei with the app of Huawei",
    &["push_provider", "huawei_client_id", "huawei_client_secret", "huawei_application_id"],
    |request| {
        is_for(request, &[PushProvider::Huawei], &[PushProviderId::Huawei])
            || (request.huawei_client_id.is_none()
                && request.huawei_client_secret.is_none()
                && request.huawei_application_id.is_none())
    },
);
