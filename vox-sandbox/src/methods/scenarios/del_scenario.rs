//! `DelScenario`.

use vox_api::scenarios::{DelScenario, ScenariosOrAll};

use super::named;
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler, lookup};

impl Handler for DelScenario {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let scenarios = match &self.scenario {
            ScenariosOrAll::Id(ids) => {
                lookup::ids(ids, &account.resources.scenarios, &lookup::invalid_scenario_id())?
            }
            ScenariosOrAll::Name(names) => {
                lookup::each(names, |name| named(name, account), &lookup::invalid_scenario_name())?
            }
        };
        for id in scenarios {
            account.resources.remove_scenario(id);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_core::IdList;

    use super::*;
    use crate::methods::scenarios::tests::{IVR_IN, MENU, OFFER, SHARED, bound, with_scenarios};
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn deleted_scenarios_are_unbound() {
        let cases = [
            (ScenariosOrAll::Id([MENU, OFFER].into()), 1, vec![SHARED]),
            (ScenariosOrAll::Name(vec!["shared".into()]), 2, vec![MENU]),
            (ScenariosOrAll::Id(IdList::All), 0, vec![]),
        ];
        for (scenario, left, still_bound) in cases {
            let mut accounts = with_scenarios();
            call_in(&mut accounts, DelScenario { scenario }).unwrap();
            assert_eq!(accounts.get(PARENT).unwrap().resources.scenarios.iter().count(), left);
            assert_eq!(bound(&accounts, IVR_IN), still_bound);
        }
    }

    #[test]
    fn nothing_is_deleted_if_one_scenario_is_unknown() {
        let mut accounts = with_scenarios();
        let cases = [
            (ScenariosOrAll::Id([MENU, 7].into()), 132),
            (ScenariosOrAll::Name(vec!["menu".into(), "none".into()]), 168),
        ];
        for (scenario, code) in cases {
            assert_eq!(call_in(&mut accounts, DelScenario { scenario }), Err(code));
        }
        assert_eq!(bound(&accounts, IVR_IN), [MENU, SHARED]);
    }
}
