//! The section Scenarios.

mod add_scenario;
mod bind_scenario;
mod del_scenario;
mod get_scenarios;
mod reorder_scenarios;
mod set_scenario_info;
mod start;
mod start_conference;
mod start_scenarios;

use vox_api::scenarios::{
    AddScenario, BindScenario, DelScenario, GetScenarios, ReorderScenarios, SetScenarioInfo, StartConference,
    StartScenarios,
};

use super::{Endpoint, endpoint};
use crate::errors::ApiError;
use crate::state::account::Account;

const NAME_TAKEN: ApiError = ApiError::new(133, "The scenario name is not unique");

pub(super) fn endpoints() -> [Endpoint; 8] {
    [
        endpoint::<AddScenario>(),
        endpoint::<DelScenario>(),
        endpoint::<BindScenario>(),
        endpoint::<GetScenarios>(),
        endpoint::<SetScenarioInfo>(),
        endpoint::<ReorderScenarios>(),
        endpoint::<StartScenarios>(),
        endpoint::<StartConference>(),
    ]
}

/// The id of the scenario with this name.
fn named(name: &str, account: &Account) -> Option<u64> {
    account.resources.scenarios.find(|scenario| scenario.name == name).map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Decimal;

    use crate::methods::tests::{PARENT, accounts};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application;
    use crate::state::resources::rule::Rule;
    use crate::state::resources::scenario::Scenario;
    use crate::state::resources::user::User;

    pub(super) const IVR: u64 = 101;
    pub(super) const SALES: u64 = 102;
    /// The rules `in` and `out` of the application `ivr`, and `in` of the application `sales`. The first runs `menu` and
    /// `shared`, the others nothing.
    pub(super) const IVR_IN: u64 = 201;
    pub(super) const IVR_OUT: u64 = 202;
    pub(super) const SALES_IN: u64 = 203;
    /// The scenario `menu` of the application `ivr`, `offer` of `sales`, and `shared` of none.
    pub(super) const MENU: u64 = 301;
    pub(super) const OFFER: u64 = 302;
    pub(super) const SHARED: u64 = 303;
    /// The user `ann` of the application `ivr`, and `bob` of `sales`.
    pub(super) const ANN: u64 = 401;
    pub(super) const BOB: u64 = 402;

    /// The parent has 10 dollars, and everything above.
    pub(super) fn with_scenarios() -> Accounts {
        let mut accounts = accounts();
        let modified = Timestamp::UNIX_EPOCH;
        let parent = accounts.get_mut(PARENT).unwrap();
        parent.money.fixed = Decimal::TEN;
        for (id, name) in [(IVR, "ivr"), (SALES, "sales")] {
            let application = Application { name: name.into(), modified, secure_record_storage: false };
            parent.resources.applications.insert(id, application);
        }
        for (id, name, application) in
            [(MENU, "menu", Some(IVR)), (OFFER, "offer", Some(SALES)), (SHARED, "shared", None)]
        {
            let scenario = Scenario { name: name.into(), script: "code".into(), application, modified };
            parent.resources.scenarios.insert(id, scenario);
        }
        for (id, name, application, scenarios) in [
            (IVR_IN, "in", IVR, vec![MENU, SHARED]),
            (IVR_OUT, "out", IVR, vec![]),
            (SALES_IN, "in", SALES, vec![]),
        ] {
            let rule = Rule { scenarios, ..Rule::new(application, name.into(), ".*".into(), id, modified) };
            parent.resources.rules.insert(id, rule);
        }
        for (id, name, application) in [(ANN, "ann", IVR), (BOB, "bob", SALES)] {
            let user = User {
                application,
                name: name.into(),
                display_name: name.into(),
                active: true,
                parent_accounting: true,
                custom_data: None,
                mobile_phone: None,
                created: modified,
                modified,
            };
            parent.resources.users.insert(id, user);
        }
        accounts
    }

    /// The scenarios of a rule of the parent.
    pub(super) fn bound(accounts: &Accounts, rule: u64) -> Vec<u64> {
        accounts.get(PARENT).unwrap().resources.rules.get(rule).unwrap().scenarios.clone()
    }
}
