//! The method `BindScenario`.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication, Scenarios};

/// Binds scenarios to a rule, or unbinds them.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindScenario", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct BindScenario {
    /// Scenarios.
    #[param(one_of)]
    pub scenario: Scenarios,
    /// A rule.
    #[param(one_of)]
    pub rule: RuleInApplication,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// Whether the scenarios are bound instead of unbound.
    #[param(default = true)]
    pub bind: Option<bool>,
}
