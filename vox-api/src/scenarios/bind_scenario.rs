//! `BindScenario`: binds scenarios to a routing rule.
//!
//! Roles: Owner, Admin, Developer. Source: the method `BindScenario` of the API's section Scenarios.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication, Scenarios};

/// Binds scenarios to a routing rule, which then runs them, or unbinds them.
///
/// The scenarios and the rule must belong to the same application. [`ReorderScenarios`](super::ReorderScenarios) sets the order
/// in which the rule runs its scenarios.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::BindScenario;
/// use vox_api::types::{Application, RuleInApplication, Scenarios};
///
/// let request = BindScenario::builder()
///     .scenario(Scenarios::Id(vec![1, 2]))
///     .rule(RuleInApplication::Name("in".into()))
///     .application(Application::Name("ivr".into()))
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"scenario_id=1%3B2&rule_name=in&application_name=ivr");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindScenario", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct BindScenario {
    /// The scenarios.
    #[param(one_of)]
    pub scenario: Scenarios,
    /// The routing rule.
    #[param(one_of)]
    pub rule: RuleInApplication,
    /// The application of the routing rule.
    #[param(one_of)]
    pub application: Option<Application>,
    /// Whether the scenarios are bound, not unbound.
    #[param(default = true)]
    pub bind: Option<bool>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::BindScenario;
    use crate::types::{RuleInApplication, Scenarios};

    #[test]
    fn the_name_of_a_rule_needs_the_application() {
        let scenario = Scenarios::Id(vec![1]);
        let by_name = RuleInApplication::Name("in".into());
        let request = BindScenario { scenario, rule: by_name, application: None, bind: None };
        assert_eq!(
            request.validate().unwrap_err().to_string(),
            "- `rule_name` is given without `application`, which it needs"
        );
        let by_id = BindScenario { rule: RuleInApplication::Id(7), ..request };
        assert!(by_id.validate().is_ok());
    }
}
