//! `ReorderScenarios`.

use vox_api::scenarios::ReorderScenarios;

use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler, lookup};

impl Handler for ReorderScenarios {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let id = lookup::rule(&self.rule, None, account)?;
        let rule = account.resources.rules.get_mut(id).ok_or_else(lookup::invalid_rule_id)?;
        let wanted = self.scenario_id.unwrap_or_default();
        let find = |id: &u64| rule.scenarios.contains(id).then_some(*id);
        let mut order = lookup::each(&wanted, find, &lookup::invalid_scenario_id())?;
        // Those that are left out follow, in their previous order.
        rule.scenarios.retain(|id| !order.contains(id));
        order.append(&mut rule.scenarios);
        rule.scenarios = order;
        rule.modified = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::Rule;

    use super::*;
    use crate::methods::scenarios::tests::{IVR_IN, MENU, OFFER, SHARED, bound, with_scenarios};
    use crate::methods::tests::call_in;

    #[test]
    fn scenarios_that_are_left_out_follow_in_their_order() {
        for (order, expected) in [
            (Some(vec![SHARED, MENU]), [SHARED, MENU]),
            (Some(vec![SHARED]), [SHARED, MENU]),
            (Some(vec![MENU, MENU]), [MENU, SHARED]),
            (None, [MENU, SHARED]),
        ] {
            let mut accounts = with_scenarios();
            call_in(&mut accounts, ReorderScenarios { rule: Rule::Id(IVR_IN), scenario_id: order }).unwrap();
            assert_eq!(bound(&accounts, IVR_IN), expected);
        }
    }

    #[test]
    fn only_scenarios_of_the_rule_have_an_order() {
        let mut accounts = with_scenarios();
        let cases = [
            (Rule::Id(IVR_IN), vec![SHARED, OFFER], 132),
            (Rule::Id(7), vec![SHARED], 147),
            (Rule::Name("none".into()), vec![SHARED], 156),
            // Two applications have a rule with this name.
            (Rule::Name("in".into()), vec![SHARED], 156),
        ];
        for (rule, order, code) in cases {
            let request = ReorderScenarios { rule, scenario_id: Some(order) };
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(bound(&accounts, IVR_IN), [MENU, SHARED]);
    }
}
