//! `AddScenario`: adds a scenario.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddScenario` of the API's section Scenarios.

use vox_core::prelude::*;

use crate::types::Rule;

/// Adds a scenario to an application or, without one, to the shared folder, which all applications can use.
///
/// A scenario without a routing rule cannot run. [`BindScenario`](super::BindScenario) binds it to a rule later.
///
/// Without `rewrite`, the API rejects a name that another scenario has (error
/// [133](vox_core::ErrorCode::SCENARIO_NAME_ISNT_UNIQUE)). With it, sending the request once more after a lost response is
/// harmless.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::AddScenario;
/// use vox_api::types::Rule;
///
/// let request = AddScenario::builder()
///     .scenario_name("greeting")
///     .scenario_script("var s = 'hello';")
///     .rule(Rule::Id(7))
///     .rewrite(true)
///     .build();
/// assert_eq!(
///     request.to_form().as_bytes(),
///     b"scenario_name=greeting&scenario_script=var+s+%3D+%27hello%27%3B&rule_id=7&rewrite=true"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddScenario",
    roles = [Owner, Admin, Developer],
    response = AddScenarioResponse,
    kind = write,
)]
pub struct AddScenario {
    /// The name, of at most 29 characters.
    #[param(max_len = 29)]
    pub scenario_name: String,
    /// The code, in JavaScript: less than 128 KB; no source states whether bytes or characters are meant, so vox counts
    /// characters.
    #[param(max_len = 131_071)]
    pub scenario_script: Option<String>,
    /// The routing rule that the scenario is bound to.
    #[param(one_of)]
    pub rule: Option<Rule>,
    /// Whether a scenario of this name is replaced.
    #[param(default = false)]
    pub rewrite: Option<bool>,
    /// The id of the application that the scenario is added to.
    pub application_id: Option<u64>,
    /// The name of the application that the scenario is added to.
    pub application_name: Option<String>,
}

/// The response of [`AddScenario`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddScenarioResponse {
    /// The new scenario's id.
    pub scenario_id: u64,
}
