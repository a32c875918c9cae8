//! The routing rules that call lists start.

use vox_api::types::{ApplicationsOrAll, RulesOrAll};
use vox_core::IdList;

use crate::errors::ApiError;
use crate::state::account::Account;

const INVALID_RULE_ID: ApiError = ApiError::new(147, "The 'rule_id' parameter is invalid");
const INVALID_RULE_NAME: ApiError = ApiError::new(156, "The 'rule_name' parameter is invalid");
const INVALID_APPLICATION_ID: ApiError = ApiError::new(116, "The 'application_id' parameter is invalid");
const INVALID_APPLICATION_NAME: ApiError = ApiError::new(107, "Invalid application name");

/// Rejects a rule that the account does not have.
pub(super) fn check_rule(account: &Account, rule: u64) -> Result<(), ApiError> {
    if account.resources.rules.get(rule).is_some() { Ok(()) } else { Err(INVALID_RULE_ID) }
}

/// The ids of the rules that are requested; `None` for all.
pub(super) fn rules(account: &Account, requested: Option<&RulesOrAll>) -> Result<Option<Vec<u64>>, ApiError> {
    match requested {
        None | Some(RulesOrAll::Id(IdList::All)) => Ok(None),
        Some(RulesOrAll::Id(IdList::Of(ids))) => {
            ids.iter().try_for_each(|id| check_rule(account, *id))?;
            Ok(Some(ids.clone()))
        }
        Some(RulesOrAll::Name(names)) => {
            let mut ids = Vec::new();
            for name in names {
                let before = ids.len();
                let rules = account.resources.rules.iter();
                ids.extend(rules.filter(|(_, rule)| rule.name == *name).map(|(id, _)| id));
                if ids.len() == before {
                    return Err(INVALID_RULE_NAME);
                }
            }
            Ok(Some(ids))
        }
    }
}

/// The ids of the rules of the applications that are requested; `None` for all.
pub(super) fn rules_of_applications(
    account: &Account,
    requested: Option<&ApplicationsOrAll>,
) -> Result<Option<Vec<u64>>, ApiError> {
    let applications: Vec<u64> = match requested {
        None | Some(ApplicationsOrAll::Id(IdList::All)) => return Ok(None),
        Some(ApplicationsOrAll::Id(IdList::Of(ids))) => {
            let is_known = |id: &u64| account.resources.applications.get(*id).is_some();
            if !ids.iter().all(is_known) {
                return Err(INVALID_APPLICATION_ID);
            }
            ids.clone()
        }
        Some(ApplicationsOrAll::Name(names)) => {
            let id = |name: &String| {
                account.resources.applications.find(|application| application.has_name(name, &account.name))
            };
            let ids = names.iter().map(|name| id(name).map(|(id, _)| id)).collect::<Option<_>>();
            ids.ok_or(INVALID_APPLICATION_NAME)?
        }
    };
    let rules = account.resources.rules.iter();
    Ok(Some(rules.filter(|(_, rule)| applications.contains(&rule.application)).map(|(id, _)| id).collect()))
}
