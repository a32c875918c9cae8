//! Push credentials: the certificates and keys by which the platform sends push notifications to mobile apps.
//!
#![doc = include_str!("../../docs/push_credentials.md")]
//!
//! A push notification wakes an app when its user is called. [`AddPushCredential`] stores the credentials of a push provider:
//! a certificate of Apple, or a key of Google or Huawei. [`BindPushCredential`] binds them to applications, whose users then
//! receive the push notifications:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::push_credentials::{
//!     AddPushCredential, BindPushCredential, GooglePushKey, PushProvider, PushProviderName,
//! };
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let key = File::from(std::fs::read("service-account.json")?).with_name("service-account.json");
//! let added = AddPushCredential::builder()
//!     .push_provider(PushProvider::Name(PushProviderName::Google))
//!     .credential_bundle("com.example.app")
//!     .google_key(GooglePushKey::ServiceAccount(key))
//!     .send(client)
//!     .await?;
//!
//! BindPushCredential::builder()
//!     .push_credential_id([added.push_credential_id])
//!     .application_id([3, 4])
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod types;

pub use types::{GooglePushKey, PushProvider, PushProviderId, PushProviderName};

vox_core::methods! {
    add_push_credential { AddPushCredential, AddPushCredentialResponse }
    set_push_credential { SetPushCredential }
    del_push_credential { DelPushCredential }
    get_push_credential {
        GetPushCredential, GetPushCredentialResponse, PushCredentialContent, PushCredentialInfo,
    }
    bind_push_credential { BindPushCredential }
}
