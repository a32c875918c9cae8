//! `GetKeys`: lists the keys of service accounts.
//!
//! Roles: any. Source: the method `GetKeys` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::{RoleView, SubUserView};

/// Lists the keys of the account's service accounts, without their private keys.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::GetKeys;
///
/// let request = GetKeys { with_roles: Some(true), count: Some(50), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"with_roles=true&count=50");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetKeys", response = GetKeysResponse, kind = read)]
pub struct GetKeys {
    /// The key's id.
    pub key_id: Option<String>,
    /// Whether the roles of each key are returned.
    pub with_roles: Option<bool>,
    /// How many keys are skipped.
    pub offset: Option<u64>,
    /// The most keys to return.
    pub count: Option<u64>,
}

/// The response of [`GetKeys`]: one page of keys.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetKeysResponse {
    /// The keys of this page.
    pub result: Vec<KeyView>,
}

/// The key of a service account.
///
/// Source: the structure `KeyView`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct KeyView {
    /// The key's id, a UUID.
    pub key_id: Option<String>,
    /// The roles of the key, if the request has `with_roles`.
    pub roles: Vec<RoleView>,
    /// The description.
    pub description: Option<String>,
    /// The subuser that the key belongs to, if it belongs to one.
    pub subuser: Vec<SubUserView>,
    /// The key's name.
    pub key_name: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetKeys {
    type Item = KeyView;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetKeysResponse) -> (Vec<KeyView>, Option<u64>) {
        (response.result, None)
    }
}
