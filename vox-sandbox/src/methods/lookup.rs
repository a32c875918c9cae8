//! The ids of what requests name by id or by name.

use vox_api::types::{Application, ApplicationsOrAll, Rule, RuleInApplication, Scenarios, User};
use vox_core::IdList;

use crate::errors::ApiError;
use crate::state::account::Account;
use crate::state::table::Table;

const INVALID_APPLICATION_NAME: ApiError = ApiError::new(107, "Invalid application name");

pub(super) fn invalid_application_id() -> ApiError {
    ApiError::invalid_param(116, "application_id")
}

pub(super) fn invalid_user_id() -> ApiError {
    ApiError::invalid_param(117, "user_id")
}

pub(super) fn invalid_user_name() -> ApiError {
    ApiError::invalid_param(117, "user_name")
}

pub(super) fn invalid_scenario_id() -> ApiError {
    ApiError::invalid_param(132, "scenario_id")
}

pub(super) fn invalid_scenario_name() -> ApiError {
    ApiError::invalid_param(168, "scenario_name")
}

pub(super) fn invalid_rule_id() -> ApiError {
    ApiError::invalid_param(147, "rule_id")
}

pub(super) fn invalid_rule_name() -> ApiError {
    ApiError::invalid_param(156, "rule_name")
}

/// The requested ids, each once. All of them must be in the table.
pub(super) fn ids<T>(wanted: &IdList, table: &Table<T>, otherwise: &ApiError) -> Result<Vec<u64>, ApiError> {
    match wanted {
        IdList::All => Ok(table.iter().map(|(id, _)| id).collect()),
        IdList::Of(ids) => each(ids, |id| table.get(*id).map(|_| *id), otherwise),
    }
}

/// The ids of the requested items, each once, in their order. All of them must be found.
pub(super) fn each<T>(
    wanted: &[T],
    find: impl Fn(&T) -> Option<u64>,
    otherwise: &ApiError,
) -> Result<Vec<u64>, ApiError> {
    let mut found = Vec::with_capacity(wanted.len());
    for item in wanted {
        let id = find(item).ok_or_else(|| otherwise.clone())?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

fn application_named(name: &str, account: &Account) -> Option<u64> {
    let applications = &account.resources.applications;
    applications.find(|application| application.has_name(name, &account.name)).map(|(id, _)| id)
}

pub(super) fn application(wanted: &Application, account: &Account) -> Result<u64, ApiError> {
    match wanted {
        Application::Id(id) => {
            let known = account.resources.applications.get(*id);
            known.map(|_| *id).ok_or_else(invalid_application_id)
        }
        Application::Name(name) => application_named(name, account).ok_or(INVALID_APPLICATION_NAME),
    }
}

pub(super) fn applications(wanted: &ApplicationsOrAll, account: &Account) -> Result<Vec<u64>, ApiError> {
    match wanted {
        ApplicationsOrAll::Id(wanted) => {
            ids(wanted, &account.resources.applications, &invalid_application_id())
        }
        ApplicationsOrAll::Name(names) => {
            each(names, |name| application_named(name, account), &INVALID_APPLICATION_NAME)
        }
    }
}

/// The application of two parameters that may both be given.
pub(super) fn application_of_params(
    id: Option<u64>,
    name: Option<&String>,
    account: &Account,
) -> Result<Option<u64>, ApiError> {
    match (id, name) {
        (None, None) => Ok(None),
        (None, Some(name)) => application(&Application::Name(name.clone()), account).map(Some),
        (Some(id), name) => application_with_name(id, name, account).map(Some),
    }
}

/// An application by its id. A name that is given too must be that application's.
pub(super) fn application_with_name(
    id: u64,
    name: Option<&String>,
    account: &Account,
) -> Result<u64, ApiError> {
    let id = application(&Application::Id(id), account)?;
    let named = name.map(|name| application(&Application::Name(name.clone()), account)).transpose()?;
    if named.is_some_and(|named| named != id) { Err(INVALID_APPLICATION_NAME) } else { Ok(id) }
}

/// A user of an application.
pub(super) fn user(wanted: &User, application: u64, account: &Account) -> Result<u64, ApiError> {
    const NOT_BOUND: ApiError = ApiError::new(393, "The user is not bound to the application");

    let users = &account.resources.users;
    match wanted {
        User::Id(id) => {
            let user = users.get(*id).ok_or_else(invalid_user_id)?;
            if user.application == application { Ok(*id) } else { Err(NOT_BOUND) }
        }
        User::Name(name) => {
            let found = users.find(|user| user.application == application && user.name == *name);
            found.map(|(id, _)| id).ok_or_else(invalid_user_name)
        }
    }
}

/// A rule; one of the application, if there is one. Without an application, a name must be that of a single rule.
pub(super) fn rule(wanted: &Rule, application: Option<u64>, account: &Account) -> Result<u64, ApiError> {
    let rules = account.resources.rules.iter();
    let mut rules = rules.filter(|(_, rule)| application.is_none_or(|id| rule.application == id));
    match wanted {
        Rule::Id(id) => rules.find(|(known, _)| known == id).map(|(id, _)| id).ok_or_else(invalid_rule_id),
        Rule::Name(name) => {
            let mut named = rules.filter(|(_, rule)| rule.name == *name);
            match (named.next(), named.next()) {
                (Some((id, _)), None) => Ok(id),
                _ => Err(invalid_rule_name()),
            }
        }
    }
}

/// Like [`rule`].
pub(super) fn rule_in_application(
    wanted: &RuleInApplication,
    application: Option<u64>,
    account: &Account,
) -> Result<u64, ApiError> {
    let wanted = match wanted {
        RuleInApplication::Id(id) => Rule::Id(*id),
        RuleInApplication::Name(name) => Rule::Name(name.clone()),
    };
    rule(&wanted, application, account)
}

/// Scenarios that the rules of an application can run.
pub(super) fn scenarios(
    wanted: &Scenarios,
    application: u64,
    account: &Account,
) -> Result<Vec<u64>, ApiError> {
    let scenarios = &account.resources.scenarios;
    match wanted {
        Scenarios::Id(ids) => {
            let find =
                |id: &u64| scenarios.get(*id).filter(|found| found.is_usable_in(application)).map(|_| *id);
            each(ids, find, &invalid_scenario_id())
        }
        Scenarios::Name(names) => {
            let find = |name: &String| {
                let found = scenarios.find(|found| found.name == *name && found.is_usable_in(application));
                found.map(|(id, _)| id)
            };
            each(names, find, &invalid_scenario_name())
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::methods::tests::{CHILD, PARENT, accounts};
    use crate::state::accounts::Accounts;
    use crate::state::resources;

    pub(in crate::methods) const IVR: u64 = 1;
    pub(in crate::methods) const SHOP: u64 = 2;
    /// An application of a child.
    pub(in crate::methods) const OF_CHILD: u64 = 3;

    /// The parent has two applications, a child has one.
    pub(in crate::methods) fn accounts_with_applications() -> Accounts {
        let mut accounts = accounts();
        for (owner, name, expected) in
            [(PARENT, "ivr", IVR), (PARENT, "shop", SHOP), (CHILD, "ivr", OF_CHILD)]
        {
            let id = accounts.new_id();
            assert_eq!(id, expected);
            let application = resources::application::Application {
                name: name.to_owned(),
                modified: Timestamp::UNIX_EPOCH,
                secure_record_storage: false,
            };
            accounts.get_mut(owner).unwrap().resources.applications.insert(id, application);
        }
        accounts
    }

    #[test]
    fn an_application_is_found_by_id_and_name() {
        let accounts = accounts_with_applications();
        let id = |wanted: Application| {
            application(&wanted, accounts.get(PARENT).unwrap()).map_err(|error| error.code)
        };
        assert_eq!(id(Application::Id(SHOP)), Ok(SHOP));
        assert_eq!(id(Application::Name("shop".into())), Ok(SHOP));
        assert_eq!(id(Application::Name("ivr.parent.voximplant.com".into())), Ok(IVR));
        assert_eq!(id(Application::Id(OF_CHILD)), Err(116));
        assert_eq!(id(Application::Name("ivr.child-one.voximplant.com".into())), Err(107));
    }
}
