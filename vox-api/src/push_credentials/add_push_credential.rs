//! `AddPushCredential`: adds push credentials.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddPushCredential` of the API's section PushCredentials.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::{GooglePushKey, PushProvider, PushProviderId, PushProviderName};
use crate::types::Application;

/// Adds push credentials: a certificate of Apple, or a key of Google or Huawei.
///
/// Each push provider has its own parameters. Those of another push provider are rejected before sending.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::push_credentials::{AddPushCredential, PushProvider, PushProviderName};
///
/// let certificate = File::from(b"PKCS #12").with_name("app.p12");
/// let request = AddPushCredential::builder()
///     .push_provider(PushProvider::Name(PushProviderName::AppleVoip))
///     .credential_bundle("com.example.app")
///     .cert_content(certificate)
///     .cert_password("a password")
///     .is_dev_mode(true)
///     .build();
/// assert!(request.validate().is_ok());
///
/// let request = AddPushCredential { sender_id: Some("7".into()), ..request };
/// let violations = request.validate().unwrap_err();
/// assert_eq!(violations.to_string(), "- `push_provider` must be Google if parameters of Google are given");
/// ```
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
    /// The push provider.
    #[param(one_of)]
    pub push_provider: PushProvider,
    /// The application that the push credentials are bound to. [`BindPushCredential`](super::BindPushCredential) binds them to
    /// further ones.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The app's name at the push provider, the bundle ID or the package name: `com.example.app`.
    pub credential_bundle: Option<String>,
    /// Apple: the certificate with its private key, in the format PKCS #12.
    #[param(secret = true)]
    pub cert_content: Option<File>,
    /// Apple: the name of the certificate's file. The API requires it only if the certificate is the whole body of the request,
    /// as it never is here.
    pub cert_file_name: Option<String>,
    /// Apple: the password of the private key.
    pub cert_password: Option<Secret>,
    /// Apple: whether the certificate is for Apple's sandbox, which apps in development use.
    pub is_dev_mode: Option<bool>,
    /// Google: the id of the sender.
    pub sender_id: Option<String>,
    /// Google: the key.
    #[param(one_of)]
    pub google_key: Option<GooglePushKey>,
    /// Huawei: the id of the client.
    pub huawei_client_id: Option<String>,
    /// Huawei: the secret of the client.
    pub huawei_client_secret: Option<Secret>,
    /// Huawei: the id of the app.
    pub huawei_application_id: Option<String>,
}

/// The response of [`AddPushCredential`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddPushCredentialResponse {
    /// The id of the new push credentials.
    pub push_credential_id: u64,
}

const APPLE: RequestCheck<AddPushCredential> = RequestCheck::new(
    "apple",
    "must be Apple if parameters of Apple are given",
    &["push_provider", "cert_content", "cert_file_name", "cert_password", "is_dev_mode"],
    |request| {
        let is_given = request.cert_content.is_some()
            || request.cert_file_name.is_some()
            || request.cert_password.is_some()
            || request.is_dev_mode.is_some();
        let names = [PushProviderName::Apple, PushProviderName::AppleVoip];
        let ids = [PushProviderId::Apple, PushProviderId::AppleVoip];
        !is_given || request.push_provider.may_be(&names, &ids)
    },
);

const GOOGLE: RequestCheck<AddPushCredential> = RequestCheck::new(
    "google",
    "must be Google if parameters of Google are given",
    &["push_provider", "google_key", "sender_id"],
    |request| {
        let is_given = request.google_key.is_some() || request.sender_id.is_some();
        !is_given || request.push_provider.may_be(&[PushProviderName::Google], &[PushProviderId::Google])
    },
);

const HUAWEI: RequestCheck<AddPushCredential> = RequestCheck::new(
    "huawei",
    "must be Huawei if parameters of Huawei are given",
    &["push_provider", "huawei_client_id", "huawei_client_secret", "huawei_application_id"],
    |request| {
        let is_given = request.huawei_client_id.is_some()
            || request.huawei_client_secret.is_some()
            || request.huawei_application_id.is_some();
        !is_given || request.push_provider.may_be(&[PushProviderName::Huawei], &[PushProviderId::Huawei])
    },
);

#[cfg(test)]
mod tests {
    use super::{AddPushCredential, GooglePushKey, PushProvider, PushProviderId, PushProviderName};
    use vox_core::{File, MethodExt};

    /// A request with a parameter of this push provider.
    fn with_param_of(owner: &str, push_provider: PushProvider) -> AddPushCredential {
        let request = AddPushCredential::builder().push_provider(push_provider);
        match owner {
            "Apple" => request.cert_content(File::from(b"p12")).build(),
            "Google" => request.google_key(GooglePushKey::Server("key".into())).build(),
            _ => request.huawei_client_secret("secret").build(),
        }
    }

    #[test]
    fn parameters_belong_to_their_push_provider() {
        let providers = [
            ("Apple", PushProvider::Name(PushProviderName::Apple)),
            ("Apple", PushProvider::Name(PushProviderName::AppleVoip)),
            ("Apple", PushProvider::Id(PushProviderId::Apple)),
            ("Apple", PushProvider::Id(PushProviderId::AppleVoip)),
            ("Google", PushProvider::Name(PushProviderName::Google)),
            ("Google", PushProvider::Id(PushProviderId::Google)),
            ("Huawei", PushProvider::Name(PushProviderName::Huawei)),
            ("Huawei", PushProvider::Id(PushProviderId::Huawei)),
        ];
        for (name, provider) in providers {
            for owner in ["Apple", "Google", "Huawei"] {
                let result = with_param_of(owner, provider.clone()).validate();
                let expected =
                    format!("- `push_provider` must be {owner} if parameters of {owner} are given");
                let expected = if name == owner { Ok(()) } else { Err(expected) };
                assert_eq!(result.map_err(|violations| violations.to_string()), expected, "{provider:?}");
            }
        }
    }

    #[test]
    fn a_push_provider_that_the_lists_lack_may_have_any_parameters() {
        let name = PushProvider::Name(PushProviderName::Other("RUSTORE".into()));
        let id = PushProvider::Id(PushProviderId::Other("9".into()));
        for provider in [name, id] {
            for owner in ["Apple", "Google", "Huawei"] {
                assert!(with_param_of(owner, provider.clone()).validate().is_ok());
            }
        }
    }
}
