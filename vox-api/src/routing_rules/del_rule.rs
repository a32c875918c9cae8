//! `DelRule`: deletes routing rules.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelRule` of the API's section Rules.

use vox_core::prelude::*;

use crate::types::{ApplicationsOrAll, RulesOrAll};

/// Deletes routing rules.
///
/// `IdList::All` deletes all rules of the applications. Sources differ on the applications: the reference requires them, but
/// the vendor's example has none. Give them for all rules and for names, which are unique in an application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::routing_rules::DelRule;
/// use vox_api::types::{ApplicationsOrAll, RulesOrAll};
///
/// let application = Some(ApplicationsOrAll::Id(1.into()));
/// let request = DelRule { rule: RulesOrAll::Id(IdList::All), application };
/// assert_eq!(request.to_form().as_bytes(), b"rule_id=all&application_id=1");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelRule", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct DelRule {
    /// The routing rules.
    #[param(one_of)]
    pub rule: RulesOrAll,
    /// The applications of the routing rules.
    #[param(one_of)]
    pub application: Option<ApplicationsOrAll>,
}
