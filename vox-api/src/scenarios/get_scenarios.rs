//! The method `GetScenarios`.

use vox_core::prelude::*;

use crate::types::ScenarioInfo;

/// Lists scenarios.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetScenarios",
    roles = [Owner, Admin, Developer],
    response = GetScenariosResponse,
    kind = read,
)]
pub struct GetScenarios {
    /// The id of the scenario.
    pub scenario_id: Option<u64>,
    /// The name of the scenario.
    pub scenario_name: Option<String>,
    /// Whether the response contains the script.
    #[param(needs = scenario_id)]
    pub with_script: Option<bool>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The application.
    pub application_id: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
}

/// The response of [`GetScenarios`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetScenariosResponse {
    /// The result.
    pub result: Vec<ScenarioInfo>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// The application.
    pub application_id: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
    /// The name of the application with that of its account and node.
    pub extended_application_name: Option<String>,
}
