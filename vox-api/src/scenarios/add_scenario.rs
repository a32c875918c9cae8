//! The method `AddScenario`.

use vox_core::prelude::*;

use crate::types::Rule;

/// Adds a scenario. Without an application it is added to the shared folder.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddScenario",
    roles = [Owner, Admin, Developer],
    response = AddScenarioResponse,
    kind = write,
)]
pub struct AddScenario {
    /// The name of the scenario.
    #[param(max_len = 29)]
    pub scenario_name: String,
    /// The script of less than 128 KB.
    #[param(max_bytes = 131071)]
    pub scenario_script: Option<String>,
    /// A rule.
    #[param(one_of)]
    pub rule: Option<Rule>,
    /// Whether a scenario with the same name is replaced.
    #[param(default = false)]
    pub rewrite: Option<bool>,
    /// The application.
    pub application_id: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
}

/// The response of [`AddScenario`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddScenarioResponse {
    /// The id of the scenario.
    pub scenario_id: u64,
}
