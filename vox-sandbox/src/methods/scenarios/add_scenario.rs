//! `AddScenario`.

use vox_api::scenarios::{AddScenario, AddScenarioResponse};
use vox_core::Record as _;

use super::{NAME_TAKEN, named};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};
use crate::state::account::Account;
use crate::state::resources::scenario::Scenario;

impl Handler for AddScenario {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let modified = context.now;
        let account = context.account(caller)?;
        let application =
            lookup::application_of_params(self.application_id, self.application_name.as_ref(), account)?;
        let rule = self.rule.as_ref().map(|wanted| lookup::rule(wanted, application, account)).transpose()?;
        let replaced = replaced(&self, application, rule, account)?;
        let id = replaced.unwrap_or_else(|| context.accounts.new_id());
        let resources = &mut context.account(caller)?.resources;
        // A scenario that is replaced stays in its application.
        let application = resources.scenarios.get(id).map_or(application, |replaced| replaced.application);
        let script = self.scenario_script.unwrap_or_default();
        resources.scenarios.insert(id, Scenario { name: self.scenario_name, script, application, modified });
        if let Some(rule) = rule.and_then(|id| resources.rules.get_mut(id)) {
            rule.bind(id, modified);
        }
        let mut response = AddScenarioResponse::blank();
        response.scenario_id = id;
        Ok(response)
    }
}

/// The id of the scenario that the request replaces, if there is one. Its application must be the requested one, if one is
/// requested, and that of the rule.
fn replaced(
    request: &AddScenario,
    application: Option<u64>,
    rule: Option<u64>,
    account: &Account,
) -> Result<Option<u64>, ApiError> {
    let Some(id) = named(&request.scenario_name, account) else { return Ok(None) };
    let resources = &account.resources;
    let rule = rule.and_then(|id| resources.rules.get(id));
    let fits = resources.scenarios.get(id).is_some_and(|scenario| {
        (application.is_none() || scenario.application == application)
            && rule.is_none_or(|rule| scenario.is_usable_in(rule.application))
    });
    if fits && request.rewrite.unwrap_or(false) { Ok(Some(id)) } else { Err(NAME_TAKEN) }
}

#[cfg(test)]
mod tests {
    use vox_api::types::Rule;

    use super::*;
    use crate::methods::scenarios::tests::{
        IVR, IVR_IN, IVR_OUT, MENU, SALES, SALES_IN, SHARED, bound, with_scenarios,
    };
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn add(name: &str) -> AddScenario {
        AddScenario {
            scenario_name: name.into(),
            scenario_script: Some("new code".into()),
            rule: None,
            rewrite: None,
            application_id: None,
            application_name: None,
        }
    }

    fn scenario(accounts: &Accounts, id: u64) -> &Scenario {
        accounts.get(PARENT).unwrap().resources.scenarios.get(id).unwrap()
    }

    #[test]
    fn a_scenario_is_added_and_bound() {
        let mut accounts = with_scenarios();
        let request = AddScenario {
            rule: Some(Rule::Name("in".into())),
            application_name: Some("ivr".into()),
            application_id: Some(IVR),
            ..add("new")
        };
        let id = call_in(&mut accounts, request).unwrap().scenario_id;
        assert_eq!(bound(&accounts, IVR_IN), [MENU, SHARED, id]);
        assert_eq!(
            (scenario(&accounts, id).application, scenario(&accounts, id).script.as_str()),
            (Some(IVR), "new code")
        );
        let request = AddScenario { rule: Some(Rule::Id(SALES_IN)), ..add("for-all") };
        let id = call_in(&mut accounts, request).unwrap().scenario_id;
        assert_eq!((bound(&accounts, SALES_IN), scenario(&accounts, id).application), (vec![id], None));
    }

    #[test]
    fn a_scenario_is_replaced_on_request_only() {
        let mut accounts = with_scenarios();
        let rewrite = AddScenario { rewrite: Some(true), ..add("menu") };
        let ivr = Some(IVR);
        let rejected = [
            add("menu"),
            AddScenario { application_id: Some(SALES), ..rewrite.clone() },
            AddScenario { rule: Some(Rule::Id(SALES_IN)), ..rewrite.clone() },
        ];
        for request in rejected {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(133), "{request:?}");
        }
        assert_eq!(scenario(&accounts, MENU).script, "code");
        for request in
            [rewrite.clone(), AddScenario { application_id: ivr, rule: Some(Rule::Id(IVR_OUT)), ..rewrite }]
        {
            assert_eq!(call_in(&mut accounts, request).unwrap().scenario_id, MENU);
            let scenario = scenario(&accounts, MENU);
            assert_eq!((scenario.script.as_str(), scenario.application), ("new code", ivr));
        }
        assert_eq!((bound(&accounts, IVR_IN), bound(&accounts, IVR_OUT)), (vec![MENU, SHARED], vec![MENU]));
    }

    #[test]
    fn everything_that_is_named_must_exist() {
        let mut accounts = with_scenarios();
        let rule = |rule| AddScenario { rule: Some(rule), ..add("new") };
        let cases = [
            (AddScenario { application_id: Some(7), ..add("new") }, 116),
            (AddScenario { application_name: Some("none".into()), ..add("new") }, 107),
            (
                AddScenario {
                    application_id: Some(IVR),
                    application_name: Some("sales".into()),
                    ..add("new")
                },
                107,
            ),
            (rule(Rule::Id(7)), 147),
            (AddScenario { application_id: Some(SALES), ..rule(Rule::Id(IVR_IN)) }, 147),
            // Two applications have a rule with this name.
            (rule(Rule::Name("in".into())), 156),
            (AddScenario { application_id: Some(SALES), ..rule(Rule::Name("out".into())) }, 156),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(accounts.get(PARENT).unwrap().resources.scenarios.iter().count(), 3);
    }
}
