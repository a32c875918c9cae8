//! `AddRule`.

use vox_api::routing_rules::{AddRule, AddRuleResponse};
use vox_core::Record as _;

use super::{check_name, check_patterns};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler, lookup};
use crate::state::resources::rule::Rule;

impl Handler for AddRule {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        check_name(&self.rule_name, application, None, account)?;
        check_patterns(Some(&self.rule_pattern), self.rule_pattern_exclude.as_ref())?;
        let scenarios = self.scenario.map(|wanted| lookup::scenarios(&wanted, application, account));
        let scenarios = scenarios.transpose()?.unwrap_or_default();
        let id = context.accounts.new_id();
        let rule = Rule {
            pattern_exclude: self.rule_pattern_exclude,
            video_conference: self.video_conference.unwrap_or(false),
            key_id: self.bind_key_id,
            scenarios,
            ..Rule::new(application, self.rule_name, self.rule_pattern, id, now)
        };
        context.account(caller)?.resources.rules.insert(id, rule);
        let mut response = AddRuleResponse::blank();
        response.rule_id = id;
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::{Application, Scenarios};

    use super::*;
    use crate::methods::routing_rules::tests::{IVR, MENU, SALES, SHARED, add, ids, with_rules};
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn a_rule_runs_its_scenarios_in_their_order() {
        let mut accounts = with_rules();
        let by_id = Scenarios::Id(vec![SHARED, MENU, SHARED]);
        let by_name = Scenarios::Name(vec!["shared".into(), "menu".into()]);
        for (name, scenario) in [("by-id", by_id), ("by-name", by_name)] {
            let request = AddRule { scenario: Some(scenario), ..add(name, ".*", IVR) };
            let id = call_in(&mut accounts, request).unwrap().rule_id;
            let rule = accounts.get(PARENT).unwrap().resources.rules.get(id).unwrap();
            assert_eq!(rule.scenarios, [SHARED, MENU]);
        }
    }

    #[test]
    fn nothing_is_added_where_a_part_is_rejected() {
        let mut accounts = with_rules();
        let unknown = Application::Name("none".into());
        let exclude = Some("(".into());
        // The scenario belongs to the application `ivr`.
        let foreign = Some(Scenarios::Id(vec![SHARED, MENU]));
        let foreign_name = Some(Scenarios::Name(vec!["menu".into()]));
        let cases = [
            (add("all", ".*", IVR), 175),
            (add("new", ".*", 7), 116),
            (AddRule { application: unknown, ..add("new", ".*", IVR) }, 107),
            (add("new", "[", IVR), 148),
            (AddRule { rule_pattern_exclude: exclude, ..add("new", ".*", IVR) }, 149),
            (AddRule { scenario: foreign, ..add("new", ".*", SALES) }, 132),
            (AddRule { scenario: foreign_name, ..add("new", ".*", SALES) }, 168),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(ids(&accounts), [1, 2, 3]);
        // The name is taken in the other application only.
        assert!(call_in(&mut accounts, add("moscow", ".*", SALES)).is_ok());
    }
}
