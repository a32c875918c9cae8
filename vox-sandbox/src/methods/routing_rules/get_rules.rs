//! `GetRules`.

use vox_api::routing_rules::{GetRules, GetRulesResponse, RuleInfo};
use vox_core::Record as _;

use super::pattern;
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::filter::page;
use crate::methods::{Context, Handler, lookup};
use crate::records::scenario_info::scenario_info;
use crate::records::whole_seconds;
use crate::state::account::Account;
use crate::state::resources::rule::Rule;

/// The default length of a page.
const DEFAULT_COUNT: u64 = 20;

impl Handler for GetRules {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        if self.with_scenarios.unwrap_or(false) { &[] } else { &["scenarios"] }
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let own = account.resources.rules_of(application);
        if self.rule_id.is_some_and(|wanted| !own.iter().any(|(id, _)| *id == wanted)) {
            return Err(lookup::invalid_rule_id().into());
        }
        let found: Vec<_> = own.into_iter().filter(|(id, rule)| matches(&self, *id, rule)).collect();
        let with_scenarios = self.with_scenarios.unwrap_or(false);
        let mut response = GetRulesResponse::blank();
        response.total_count = u64::try_from(found.len()).ok();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(id, rule)| rule_info(*id, rule, with_scenarios, account))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        Ok(response)
    }
}

fn matches(request: &GetRules, id: u64, rule: &Rule) -> bool {
    request.rule_id.is_none_or(|wanted| wanted == id)
        && request.rule_name.as_ref().is_none_or(|part| rule.name.contains(part.as_str()))
        && request.video_conference.is_none_or(|wanted| wanted == rule.video_conference)
        && (request.attached_key_id.is_none() || request.attached_key_id == rule.key_id)
        && request.template.as_ref().is_none_or(|called| applies(rule, called))
}

/// Whether a rule is one for a called phone number or user.
fn applies(rule: &Rule, called: &str) -> bool {
    let is_excluded = rule.pattern_exclude.as_ref().is_some_and(|exclude| pattern::matches(exclude, called));
    pattern::matches(&rule.pattern, called) && !is_excluded
}

fn rule_info(id: u64, rule: &Rule, with_scenarios: bool, account: &Account) -> RuleInfo {
    let mut info = RuleInfo::blank();
    info.rule_id = Some(id);
    info.application_id = Some(rule.application);
    info.rule_name = Some(rule.name.clone());
    info.rule_pattern = Some(rule.pattern.clone());
    info.rule_pattern_exclude.clone_from(&rule.pattern_exclude);
    info.video_conference = Some(rule.video_conference);
    if with_scenarios {
        let scenarios = &account.resources.scenarios;
        let record = |id: &u64| scenarios.get(*id).map(|scenario| scenario_info(*id, scenario, false));
        info.scenarios = rule.scenarios.iter().filter_map(record).collect();
    }
    info.modified = whole_seconds(rule.modified);
    info
}

#[cfg(test)]
mod tests {
    use vox_api::routing_rules::{AddRule, ReorderRules};
    use vox_api::types::{Application, Scenarios};

    use super::*;
    use crate::methods::routing_rules::tests::{IVR, MENU, SHARED, add, with_rules};
    use crate::methods::tests::call_in;
    use crate::state::accounts::Accounts;

    /// The rules of the application `ivr`: `moscow` (1), `all` (2) and `video` (4), which excludes Saint Petersburg.
    fn accounts() -> Accounts {
        let mut accounts = with_rules();
        let request = AddRule {
            video_conference: Some(true),
            bind_key_id: Some("key".into()),
            rule_pattern_exclude: Some("7812.+".into()),
            scenario: Some(Scenarios::Id(vec![SHARED, MENU])),
            ..add("video", "7.+", IVR)
        };
        call_in(&mut accounts, request).unwrap();
        accounts
    }

    fn all() -> GetRules {
        GetRules::builder().application(Application::Name("ivr".into())).build()
    }

    fn ids(request: GetRules) -> Vec<u64> {
        let response = call_in(&mut accounts(), request).unwrap();
        response.result.iter().filter_map(|rule| rule.rule_id).collect()
    }

    #[test]
    fn filters_narrow_the_list() {
        let template = |called: &str| GetRules { template: Some(called.into()), ..all() };
        let cases = [
            (all(), vec![1, 2, 4]),
            (GetRules { rule_id: Some(2), ..all() }, vec![2]),
            (GetRules { rule_name: Some("o".into()), ..all() }, vec![1, 4]),
            (GetRules { video_conference: Some(false), ..all() }, vec![1, 2]),
            (GetRules { attached_key_id: Some("key".into()), ..all() }, vec![4]),
            (GetRules { attached_key_id: Some("other".into()), ..all() }, vec![]),
            (template("74951234567"), vec![1, 2, 4]),
            (template("78121234567"), vec![2]),
            (template("ann"), vec![2]),
        ];
        for (request, found) in cases {
            assert_eq!(ids(request.clone()), found, "{request:?}");
        }
    }

    #[test]
    fn rules_are_listed_in_the_order_in_which_they_are_checked() {
        let mut accounts = accounts();
        call_in(&mut accounts, ReorderRules { rule_id: vec![4, 1] }).unwrap();
        let page = GetRules { count: Some(1), offset: Some(1), ..all() };
        let page = call_in(&mut accounts, page).unwrap();
        assert_eq!((page.count, page.total_count), (Some(1), Some(3)));
        assert_eq!(page.result[0].rule_id, Some(1));
    }

    #[test]
    fn scenarios_are_shown_on_request_without_their_code() {
        let one = GetRules { rule_id: Some(4), ..all() };
        assert_eq!(call_in(&mut accounts(), one.clone()).unwrap().result[0].scenarios, []);
        assert_eq!(one.omitted_if_empty(), ["scenarios"]);
        let with = GetRules { with_scenarios: Some(true), ..one };
        assert_eq!(with.omitted_if_empty(), [""; 0]);
        let rule = call_in(&mut accounts(), with).unwrap().result.remove(0);
        let scenarios: Vec<_> = rule.scenarios.iter().map(|scenario| scenario.scenario_id).collect();
        assert_eq!(scenarios, [Some(SHARED), Some(MENU)]);
        assert_eq!(rule.scenarios[0].scenario_script, None);
        assert_eq!(rule.rule_pattern_exclude.as_deref(), Some("7812.+"));
    }

    #[test]
    fn unknown_ids_are_rejected() {
        // The rule 3 belongs to another application.
        for rule_id in [3, 7] {
            assert_eq!(call_in(&mut accounts(), GetRules { rule_id: Some(rule_id), ..all() }), Err(147));
        }
        let unknown = GetRules { application: Application::Id(7), ..all() };
        assert_eq!(call_in(&mut accounts(), unknown), Err(116));
    }
}
