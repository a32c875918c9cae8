//! `GetApplications`: lists the account's applications.
//!
//! Roles: Owner, Admin, Developer, Supervisor, CallListManager, UserManager, Accountant, Support. Source: the method
//! `GetApplications` of the API's section Applications.

use vox_core::prelude::*;

use crate::types::ApplicationInfo;

/// Lists the account's applications.
///
/// The sources offer to return the routing rules and scenarios too, but none states the fields that have them.
/// `GetRules` of the section Routing rules lists those of one application.
///
/// ```
/// use vox_api::applications::GetApplications;
/// use vox_api::prelude::*;
///
/// let request = GetApplications { application_name: Some("ivr".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"application_name=ivr");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetApplications",
    roles = [Owner, Admin, Developer, Supervisor, CallListManager, UserManager, Accountant, Support],
    response = GetApplicationsResponse,
    kind = read,
)]
pub struct GetApplications {
    /// The application's id.
    pub application_id: Option<u64>,
    /// A part of the applications' names.
    pub application_name: Option<String>,
    /// Whether the routing rules of each application are returned. No source states the field that has them; `send_raw` returns
    /// the whole response.
    #[param(default = false)]
    pub with_rules: Option<bool>,
    /// Whether the routing rules of each application are returned with their scenarios, like `with_rules`.
    pub with_scenarios: Option<bool>,
    /// The most applications to return.
    pub count: Option<u64>,
    /// How many applications are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetApplications`]: one page of applications.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetApplicationsResponse {
    /// The applications of this page.
    pub result: Vec<ApplicationInfo>,
    /// How many applications there are in all.
    pub total_count: Option<u64>,
    /// How many applications this page holds.
    pub count: Option<u64>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetApplications {
    type Item = ApplicationInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetApplicationsResponse) -> (Vec<ApplicationInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
