//! `GetScenarios`.

use vox_api::scenarios::{GetScenarios, GetScenariosResponse};
use vox_core::Record as _;

use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::filter::page;
use crate::methods::{Context, Handler, lookup};
use crate::records::scenario_info::scenario_info;
use crate::state::resources::scenario::Scenario;

impl Handler for GetScenarios {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let scenarios = &account.resources.scenarios;
        let application =
            lookup::application_of_params(self.application_id, self.application_name.as_ref(), account)?;
        if self.scenario_id.is_some_and(|id| scenarios.get(id).is_none()) {
            return Err(lookup::invalid_scenario_id().into());
        }
        let matches = |id: u64, scenario: &Scenario| {
            self.scenario_id.is_none_or(|wanted| wanted == id)
                && self.scenario_name.as_ref().is_none_or(|name| scenario.name == *name)
                && (application.is_none() || scenario.application == application)
        };
        let found: Vec<_> = scenarios.iter().filter(|(id, scenario)| matches(*id, scenario)).collect();
        let with_script = self.with_script.unwrap_or(false);
        let mut response = GetScenariosResponse::blank();
        response.total_count = u64::try_from(found.len()).ok();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, scenario)| scenario_info(*id, scenario, with_script))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        response.application_id = application;
        response.application_name = application
            .and_then(|id| account.resources.applications.get(id))
            .map(|application| application.full_name(&account.name));
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::scenarios::tests::{IVR, MENU, OFFER, SALES, SHARED, with_scenarios};
    use crate::methods::tests::call_in;

    fn ids(request: GetScenarios) -> Vec<u64> {
        let response = call_in(&mut with_scenarios(), request).unwrap();
        response.result.iter().filter_map(|scenario| scenario.scenario_id).collect()
    }

    #[test]
    fn filters_narrow_the_list() {
        let all = GetScenarios::default();
        let cases = [
            (all.clone(), vec![MENU, OFFER, SHARED]),
            (GetScenarios { scenario_id: Some(OFFER), ..all.clone() }, vec![OFFER]),
            (GetScenarios { scenario_name: Some("menu".into()), ..all.clone() }, vec![MENU]),
            (GetScenarios { scenario_name: Some("men".into()), ..all.clone() }, vec![]),
            (GetScenarios { application_id: Some(IVR), ..all.clone() }, vec![MENU]),
            (GetScenarios { application_name: Some("sales".into()), ..all.clone() }, vec![OFFER]),
            (GetScenarios { count: Some(1), offset: Some(2), ..all }, vec![SHARED]),
        ];
        for (request, found) in cases {
            assert_eq!(ids(request.clone()), found, "{request:?}");
        }
    }

    #[test]
    fn the_code_is_shown_on_request() {
        let one = GetScenarios { scenario_id: Some(MENU), application_id: Some(IVR), ..Default::default() };
        let response = call_in(&mut with_scenarios(), one.clone()).unwrap();
        assert_eq!((response.count, response.total_count), (Some(1), Some(1)));
        assert_eq!(response.application_name.as_deref(), Some("ivr.parent.voximplant.com"));
        assert_eq!((response.application_id, &response.result[0].scenario_script), (Some(IVR), &None));
        let with = GetScenarios { with_script: Some(true), ..one };
        let response = call_in(&mut with_scenarios(), with).unwrap();
        assert_eq!(response.result[0].scenario_script.as_deref(), Some("code"));
    }

    #[test]
    fn unknown_ids_are_rejected() {
        let all = GetScenarios::default();
        let cases = [
            (GetScenarios { scenario_id: Some(7), ..all.clone() }, 132),
            (GetScenarios { application_id: Some(7), ..all.clone() }, 116),
            (GetScenarios { application_name: Some("none".into()), ..all.clone() }, 107),
            (GetScenarios { application_id: Some(SALES), application_name: Some("ivr".into()), ..all }, 107),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut with_scenarios(), request.clone()), Err(code), "{request:?}");
        }
    }
}
