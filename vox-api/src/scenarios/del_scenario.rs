//! `DelScenario`: deletes scenarios.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelScenario` of the API's section Scenarios.

use vox_core::prelude::*;

/// Deletes scenarios.
///
/// `IdList::All` deletes all scenarios of all applications.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::{DelScenario, ScenariosOrAll};
///
/// let request = DelScenario { scenario: ScenariosOrAll::Name(vec!["greeting".into(), "menu".into()]) };
/// assert_eq!(request.to_form().as_bytes(), b"scenario_name=greeting%3Bmenu");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelScenario", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct DelScenario {
    /// The scenarios.
    #[param(one_of)]
    pub scenario: ScenariosOrAll,
}

/// Scenarios, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "scenario")]
pub enum ScenariosOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}
