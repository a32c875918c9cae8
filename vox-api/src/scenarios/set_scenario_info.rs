//! `SetScenarioInfo`: renames a scenario, or replaces its code.
//!
//! Roles: Owner, Admin, Developer. Source: the method `SetScenarioInfo` of the API's section Scenarios.

use vox_core::prelude::*;

/// Renames a scenario, or replaces its code.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::{ScenarioToChange, SetScenarioInfo};
///
/// let request = SetScenarioInfo::builder()
///     .scenario(ScenarioToChange::Name("greeting".into()))
///     .scenario_name("welcome")
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"required_scenario_name=greeting&scenario_name=welcome");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetScenarioInfo", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct SetScenarioInfo {
    /// The scenario that is changed.
    #[param(one_of)]
    pub scenario: ScenarioToChange,
    /// The new name, of at most 29 characters.
    #[param(max_len = 29)]
    pub scenario_name: Option<String>,
    /// The new code, in JavaScript: less than 128 KB; no source states whether bytes or characters are meant, so vox counts
    /// characters.
    #[param(max_len = 131_071)]
    pub scenario_script: Option<String>,
}

/// The scenario that is changed.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "scenario")]
pub enum ScenarioToChange {
    /// By id.
    Id(u64),
    /// By its current name.
    #[param(name = "required_scenario_name")]
    Name(String),
}
