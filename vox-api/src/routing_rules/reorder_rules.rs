//! `ReorderRules`: sets the order of the routing rules of an application.
//!
//! Roles: Owner, Admin, Developer. Source: the method `ReorderRules` of the API's section Rules.

use vox_core::prelude::*;

/// Sets the order in which the routing rules of an application are checked.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::routing_rules::ReorderRules;
///
/// let request = ReorderRules { rule_id: vec![1, 7, 3] };
/// assert_eq!(request.to_form().as_bytes(), b"rule_id=1%3B7%3B3");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "ReorderRules", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct ReorderRules {
    /// The ids of the routing rules, in the new order. No source states what happens to rules that are left out.
    pub rule_id: Vec<u64>,
}
