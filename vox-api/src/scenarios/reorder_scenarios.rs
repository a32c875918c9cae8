//! `ReorderScenarios`: sets the order of the scenarios of a routing rule.
//!
//! Roles: Owner, Admin, Developer. Source: the method `ReorderScenarios` of the API's section Scenarios.

use vox_core::prelude::*;

use crate::types::Rule;

/// Sets the order in which a routing rule runs its scenarios.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::ReorderScenarios;
/// use vox_api::types::Rule;
///
/// let request = ReorderScenarios::builder().rule(Rule::Id(2)).scenario_id([17, 15, 20]).build();
/// assert_eq!(request.to_form().as_bytes(), b"rule_id=2&scenario_id=17%3B15%3B20");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "ReorderScenarios", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct ReorderScenarios {
    /// The routing rule.
    #[param(one_of)]
    pub rule: Rule,
    /// The ids of the scenarios, in the new order. Some of the vendor's SDKs require them.
    pub scenario_id: Option<Vec<u64>>,
}
