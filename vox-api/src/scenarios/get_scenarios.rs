//! `GetScenarios`: lists scenarios.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetScenarios` of the API's section Scenarios.

use vox_core::prelude::*;

use crate::types::ScenarioInfo;

/// Lists the account's scenarios, or reads one with its code.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::GetScenarios;
///
/// let request = GetScenarios { scenario_id: Some(3), with_script: Some(true), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"scenario_id=3&with_script=true");
///
/// let request = GetScenarios { with_script: Some(true), ..Default::default() };
/// assert_eq!(
///     request.validate().unwrap_err().to_string(),
///     "- `with_script` is given without `scenario_id`, which it needs"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetScenarios",
    roles = [Owner, Admin, Developer],
    response = GetScenariosResponse,
    kind = read,
)]
pub struct GetScenarios {
    /// The scenario's id.
    pub scenario_id: Option<u64>,
    /// The scenario's name. By the vendor's SDKs, a part of it in upper or lower case is enough, and it is given instead of the
    /// id; by the reference, it is the whole name, and it can be combined with the id.
    pub scenario_name: Option<String>,
    /// Whether the code of the scenario with the id `scenario_id` is returned.
    #[param(needs = scenario_id)]
    pub with_script: Option<bool>,
    /// The most scenarios to return.
    pub count: Option<u64>,
    /// How many scenarios are skipped.
    pub offset: Option<u64>,
    /// The id of the application of the scenarios.
    pub application_id: Option<u64>,
    /// The name of the application of the scenarios.
    pub application_name: Option<String>,
}

/// The response of [`GetScenarios`]: one page of scenarios.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetScenariosResponse {
    /// The scenarios of this page.
    pub result: Vec<ScenarioInfo>,
    /// How many scenarios there are in all.
    pub total_count: Option<u64>,
    /// How many scenarios this page holds.
    pub count: Option<u64>,
    /// The id of the application of the scenarios.
    pub application_id: Option<u64>,
    /// The name of the application of the scenarios.
    pub application_name: Option<String>,
    /// The name of the application with that of its node: `ivr@n4.voximplant.com`.
    pub extended_application_name: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetScenarios {
    type Item = ScenarioInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetScenariosResponse) -> (Vec<ScenarioInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
