//! The method `SetPushCredential`.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::add_push_credential::GoogleKey;

/// Changes the credentials of a push provider.
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
    /// The id of the push credential.
    pub push_credential_id: u64,
    /// The certificate of Apple.
    #[param(secret = true)]
    pub cert_content: Option<File>,
    /// The password of the certificate.
    pub cert_password: Option<Secret>,
    /// Whether the certificate is for development.
    pub is_dev_mode: Option<bool>,
    /// The id of the sender at Google.
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

const PROVIDER: RequestCheck<SetPushCredential> = RequestCheck::new(
    "provider",
    "must be given with other parameters of the same provider only",
    &[
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
