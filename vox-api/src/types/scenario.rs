//! Scenarios.

use vox_core::prelude::*;

/// Scenarios.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "scenario")]
pub enum Scenarios {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// A scenario, as lists return it.
///
/// Source: the structure `ScenarioInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ScenarioInfo {
    /// The scenario's id.
    pub scenario_id: Option<u64>,
    /// The scenario's name.
    pub scenario_name: Option<String>,
    /// The scenario's code, in JavaScript, if the request has `with_script`.
    pub scenario_script: Option<String>,
    /// When the scenario was last changed, UTC.
    pub modified: Option<Timestamp>,
    /// Whether the scenario belongs to the parent account.
    pub parent: Option<bool>,
}
