//! `SetPushCredential`: replaces push credentials.
//!
//! Roles: Owner, Admin, Developer. Source: the method `SetPushCredential` of the API's section PushCredentials.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::GooglePushKey;

/// Replaces push credentials, for example a certificate that expires.
///
/// Their id and their applications stay. Each push provider has its own parameters. Those of several push providers in one
/// request are rejected before sending.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::push_credentials::SetPushCredential;
///
/// let request = SetPushCredential::builder()
///     .push_credential_id(7)
///     .cert_content(File::from(b"PKCS #12").with_name("app.p12"))
///     .cert_password("a password")
///     .build();
/// assert!(request.validate().is_ok());
///
/// let request = SetPushCredential { sender_id: Some("7".into()), ..request };
/// let violations = request.validate().unwrap_err();
/// let expected = "- `push_credential_id` must be given with parameters of one push provider only";
/// assert_eq!(violations.to_string(), expected);
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SetPushCredential",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    ack = truthy,
    checks = [PROVIDER],
)]
pub struct SetPushCredential {
    /// The id of the push credentials, from [`GetPushCredential`](super::GetPushCredential).
    pub push_credential_id: u64,
    /// Apple: the certificate with its private key, in the format PKCS #12.
    #[param(secret = true)]
    pub cert_content: Option<File>,
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

const PROVIDER: RequestCheck<SetPushCredential> = RequestCheck::new(
    "provider",
    "must be given with parameters of one push provider only",
    &[
        "push_credential_id",
        "cert_content",
        "cert_password",
        "is_dev_mode",
        "sender_id",
        "google_key",
        "huawei_client_id",
        "huawei_client_secret",
        "huawei_application_id",
    ],
    |request| {
        let apple = request.cert_content.is_some()
            || request.cert_password.is_some()
            || request.is_dev_mode.is_some();
        let google = request.sender_id.is_some() || request.google_key.is_some();
        let huawei = request.huawei_client_id.is_some()
            || request.huawei_client_secret.is_some()
            || request.huawei_application_id.is_some();
        [apple, google, huawei].into_iter().filter(|is_given| *is_given).count() <= 1
    },
);

#[cfg(test)]
mod tests {
    use super::{GooglePushKey, SetPushCredential};
    use vox_core::MethodExt;

    #[test]
    fn all_parameters_of_one_push_provider_fit_together() {
        let request = || SetPushCredential::builder().push_credential_id(7);
        let google = request().sender_id("1").google_key(GooglePushKey::Server("key".into())).build();
        let huawei =
            request().huawei_client_id("2").huawei_client_secret("secret").huawei_application_id("3").build();
        assert!(google.validate().is_ok() && huawei.validate().is_ok());

        let google = SetPushCredential { huawei_client_id: Some("2".into()), ..google };
        let huawei = SetPushCredential { is_dev_mode: Some(false), ..huawei };
        for mixed in [google, huawei] {
            let violations = mixed.validate().unwrap_err();
            let expected = "- `push_credential_id` must be given with parameters of one push provider only";
            assert_eq!(violations.to_string(), expected);
        }
    }
}
