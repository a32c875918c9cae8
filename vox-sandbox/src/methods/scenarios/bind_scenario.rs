//! `BindScenario`.

use vox_api::scenarios::BindScenario;

use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler, lookup};

impl Handler for BindScenario {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = self.application.map(|wanted| lookup::application(&wanted, account)).transpose()?;
        let id = lookup::rule_in_application(&self.rule, application, account)?;
        let application = account.resources.rules.get(id).ok_or_else(lookup::invalid_rule_id)?.application;
        let scenarios = lookup::scenarios(&self.scenario, application, account)?;
        let rule = account.resources.rules.get_mut(id).ok_or_else(lookup::invalid_rule_id)?;
        let bind = self.bind.unwrap_or(true);
        for scenario in scenarios {
            if bind {
                rule.bind(scenario, now);
            } else {
                rule.unbind(scenario, now);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::{Application, RuleInApplication, Scenarios};

    use super::*;
    use crate::methods::scenarios::tests::{
        IVR_IN, IVR_OUT, MENU, OFFER, SALES, SALES_IN, SHARED, bound, with_scenarios,
    };
    use crate::methods::tests::call_in;

    fn bind(scenario: Scenarios, rule: RuleInApplication) -> BindScenario {
        BindScenario { scenario, rule, application: None, bind: None }
    }

    #[test]
    fn scenarios_are_bound_and_unbound() {
        let mut accounts = with_scenarios();
        let ids = |ids: &[u64]| Scenarios::Id(ids.to_vec());
        call_in(&mut accounts, bind(ids(&[SHARED, MENU, SHARED]), RuleInApplication::Id(IVR_OUT))).unwrap();
        assert_eq!(bound(&accounts, IVR_OUT), [SHARED, MENU]);
        // Those that are bound keep their place.
        call_in(&mut accounts, bind(ids(&[SHARED, MENU]), RuleInApplication::Id(IVR_IN))).unwrap();
        assert_eq!(bound(&accounts, IVR_IN), [MENU, SHARED]);
        let unbind =
            BindScenario { bind: Some(false), ..bind(ids(&[SHARED]), RuleInApplication::Id(IVR_IN)) };
        for _ in 0..2 {
            call_in(&mut accounts, unbind.clone()).unwrap();
            assert_eq!((bound(&accounts, IVR_IN), bound(&accounts, IVR_OUT).len()), (vec![MENU], 2));
        }
        let named = BindScenario {
            application: Some(Application::Name("sales".into())),
            ..bind(Scenarios::Name(vec!["offer".into()]), RuleInApplication::Name("in".into()))
        };
        call_in(&mut accounts, named).unwrap();
        assert_eq!(bound(&accounts, SALES_IN), [OFFER]);
    }

    #[test]
    fn nothing_is_bound_where_a_part_is_unknown() {
        let mut accounts = with_scenarios();
        let rule = || RuleInApplication::Id(SALES_IN);
        let known = || Scenarios::Id(vec![SHARED]);
        let sales = Some(Application::Id(SALES));
        let cases = [
            // The scenario belongs to the other application.
            (bind(Scenarios::Id(vec![SHARED, MENU]), rule()), 132),
            (bind(Scenarios::Id(vec![SHARED, 7]), rule()), 132),
            (bind(Scenarios::Name(vec!["shared".into(), "none".into()]), rule()), 168),
            (bind(known(), RuleInApplication::Id(7)), 147),
            (
                BindScenario { application: sales.clone(), ..bind(known(), RuleInApplication::Id(IVR_IN)) },
                147,
            ),
            (
                BindScenario { application: sales, ..bind(known(), RuleInApplication::Name("out".into())) },
                156,
            ),
            (BindScenario { application: Some(Application::Id(7)), ..bind(known(), rule()) }, 116),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(bound(&accounts, SALES_IN), [0; 0]);
    }
}
