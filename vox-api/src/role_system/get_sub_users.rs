//! `GetSubUsers`: lists the account's subusers.
//!
//! Roles: Owner. Source: the method `GetSubUsers` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::SubUserView;

/// Lists the account's subusers.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::GetSubUsers;
///
/// let request = GetSubUsers { subuser_id: Some(12), with_roles: Some(true), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"subuser_id=12&with_roles=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSubUsers", roles = [Owner], response = GetSubUsersResponse, kind = read)]
pub struct GetSubUsers {
    /// The subuser's id.
    pub subuser_id: Option<u64>,
    /// Whether the roles of each subuser are returned.
    pub with_roles: Option<bool>,
    /// How many subusers are skipped.
    pub offset: Option<u64>,
    /// The most subusers to return.
    pub count: Option<u64>,
}

/// The response of [`GetSubUsers`]: one page of subusers.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSubUsersResponse {
    /// The subusers of this page.
    pub result: Vec<SubUserView>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSubUsers {
    type Item = SubUserView;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetSubUsersResponse) -> (Vec<SubUserView>, Option<u64>) {
        (response.result, None)
    }
}
