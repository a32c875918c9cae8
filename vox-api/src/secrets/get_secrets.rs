//! `GetSecrets`: lists the secrets of an application.
//!
//! Roles: any. Source: the method `GetSecrets` of the API's section Secrets.

use vox_core::prelude::*;

use crate::types::Application;

/// Lists the secrets of an application, without their values.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::secrets::GetSecrets;
/// use vox_api::types::Application;
///
/// let request = GetSecrets::builder().application(Application::Id(5)).secret_name_part("crm").build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=5&secret_name_part=crm");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSecrets", response = GetSecretsResponse, kind = read)]
pub struct GetSecrets {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// A part of the names.
    #[param(secret = false)]
    pub secret_name_part: Option<String>,
    /// The most secrets to return.
    pub count: Option<u64>,
    /// How many secrets are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetSecrets`]: one page of secrets.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSecretsResponse {
    /// The secrets of this page.
    pub result: Vec<SecretListItem>,
    /// How many secrets this page holds.
    pub count: Option<u64>,
    /// How many secrets there are in all.
    pub total_count: Option<u64>,
}

/// A secret without its value.
///
/// Source: the structure `SecretListItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SecretListItem {
    /// The secret's id.
    pub secret_id: Option<u64>,
    /// The secret's name.
    #[field(secret = false)]
    pub secret_name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// When the secret was added, UTC.
    pub created: Option<Timestamp>,
    /// When the secret was last changed, UTC.
    pub modified: Option<Timestamp>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSecrets {
    type Item = SecretListItem;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetSecretsResponse) -> (Vec<SecretListItem>, Option<u64>) {
        (response.result, response.total_count)
    }
}
