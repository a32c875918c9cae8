//! The section Rules.

mod add_rule;
mod del_rule;
mod get_rules;
mod pattern;
mod reorder_rules;
mod set_rule_info;

use vox_api::routing_rules::{AddRule, DelRule, GetRules, ReorderRules, SetRuleInfo};

use super::{Endpoint, endpoint};
use crate::errors::ApiError;
use crate::state::account::Account;

pub(super) fn endpoints() -> [Endpoint; 5] {
    [
        endpoint::<AddRule>(),
        endpoint::<DelRule>(),
        endpoint::<SetRuleInfo>(),
        endpoint::<GetRules>(),
        endpoint::<ReorderRules>(),
    ]
}

/// No other rule of the application may have the name.
fn check_name(name: &str, application: u64, own: Option<u64>, account: &Account) -> Result<(), ApiError> {
    const NAME_TAKEN: ApiError = ApiError::new(175, "The 'rule_name' is not unique");

    let rules = account.resources.rules.iter();
    let mut others = rules.filter(|(id, rule)| Some(*id) != own && rule.application == application);
    if others.any(|(_, other)| other.name == name) { Err(NAME_TAKEN) } else { Ok(()) }
}

/// The patterns that are given must be regular expressions.
fn check_patterns(pattern: Option<&String>, exclude: Option<&String>) -> Result<(), ApiError> {
    if pattern.is_some_and(|pattern| !pattern::is_valid(pattern)) {
        return Err(ApiError::invalid_param(148, "rule_pattern"));
    }
    if exclude.is_some_and(|exclude| !pattern::is_valid(exclude)) {
        return Err(ApiError::invalid_param(149, "rule_pattern_exclude"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_api::routing_rules::AddRule;
    use vox_api::types;

    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application;
    use crate::state::resources::scenario::Scenario;

    pub(super) const IVR: u64 = 101;
    pub(super) const SALES: u64 = 102;
    /// A scenario of the application `ivr`, and one of no application.
    pub(super) const MENU: u64 = 201;
    pub(super) const SHARED: u64 = 202;

    pub(super) fn add(name: &str, pattern: &str, application: u64) -> AddRule {
        AddRule {
            rule_name: name.into(),
            rule_pattern: pattern.into(),
            application: types::Application::Id(application),
            rule_pattern_exclude: None,
            video_conference: None,
            bind_key_id: None,
            scenario: None,
        }
    }

    /// The parent has the rules `moscow` (1) and `all` (2) in the application `ivr`, and `all` (3) in the application
    /// `sales`.
    pub(super) fn with_rules() -> Accounts {
        let mut accounts = accounts();
        let modified = Timestamp::UNIX_EPOCH;
        let resources = &mut accounts.get_mut(PARENT).unwrap().resources;
        for (id, name) in [(IVR, "ivr"), (SALES, "sales")] {
            let application = Application { name: name.into(), modified, secure_record_storage: false };
            resources.applications.insert(id, application);
        }
        for (id, name, application) in [(MENU, "menu", Some(IVR)), (SHARED, "shared", None)] {
            let scenario = Scenario { name: name.into(), script: "code".into(), application, modified };
            resources.scenarios.insert(id, scenario);
        }
        let rules = [("moscow", "749[59].+", IVR, 1), ("all", ".*", IVR, 2), ("all", ".*", SALES, 3)];
        for (name, pattern, application, id) in rules {
            assert_eq!(call_in(&mut accounts, add(name, pattern, application)).unwrap().rule_id, id);
        }
        accounts
    }

    /// The ids of the parent's rules.
    pub(super) fn ids(accounts: &Accounts) -> Vec<u64> {
        accounts.get(PARENT).unwrap().resources.rules.iter().map(|(id, _)| id).collect()
    }
}
