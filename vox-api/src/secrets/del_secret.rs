//! `DelSecret`: deletes secrets of an application.
//!
//! Roles: any. Source: the method `DelSecret` of the API's section Secrets.

use vox_core::prelude::*;

use crate::types::Application;

/// Deletes secrets of an application.
///
/// `IdList::All` deletes all secrets of the application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::secrets::{DelSecret, SecretsOrAll};
/// use vox_api::types::Application;
///
/// let secret = SecretsOrAll::Name(vec!["crm_token".into(), "sip_password".into()]);
/// let request = DelSecret { secret, application: Application::Id(5) };
/// assert_eq!(request.to_form().as_bytes(), b"secret_name=crm_token%3Bsip_password&application_id=5");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelSecret", response = (), kind = write)]
pub struct DelSecret {
    /// The secrets.
    #[param(one_of)]
    pub secret: SecretsOrAll,
    /// The application.
    #[param(one_of)]
    pub application: Application,
}

/// Secrets of an application, or all of them.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "secret")]
pub enum SecretsOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    #[param(secret = false)]
    Name(Vec<String>),
}
