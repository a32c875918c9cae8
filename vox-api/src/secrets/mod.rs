//! Secrets: passwords, tokens and keys that the scenarios of an application read, so that no script contains them.
//!
#![doc = include_str!("../../docs/secrets.md")]
//!
//! A secret belongs to an application and has a name, by which scenarios read it. [`AddSecret`] stores one, [`SetSecretInfo`]
//! changes its value while the scenarios keep the name, [`GetSecretValue`] reads it. [`GetSecrets`] lists the secrets without
//! their values.
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::secrets::{AddSecret, SecretRef, SetSecretInfo};
//! use vox_api::types::Application;
//!
//! # async fn example(client: &Client, token: Secret, renewed: Secret) -> Result<(), Box<dyn std::error::Error>> {
//! let application = Application::Name("ivr".into());
//! let request = AddSecret::builder().secret_name("crm_token").secret_value(token).application(application.clone());
//! request.send(client).await?;
//!
//! // The token was renewed.
//! SetSecretInfo::builder()
//!     .application(application)
//!     .secret(SecretRef::Name("crm_token".into()))
//!     .secret_value(renewed)
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! Values are [`Secret`](vox_core::Secret)s, which logs do not show.

mod types;

pub use types::SecretRef;

vox_core::methods! {
    add_secret { AddSecret, AddSecretResponse, AddSecretResult }
    del_secret { DelSecret, SecretsOrAll }
    get_secret_value { GetSecretValue, GetSecretValueResponse, GetSecretValueResult }
    get_secrets { GetSecrets, GetSecretsResponse, SecretListItem }
    set_secret_info { SetSecretInfo }
}
