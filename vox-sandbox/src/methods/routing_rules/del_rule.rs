//! `DelRule`.

use vox_api::routing_rules::DelRule;
use vox_api::types::RulesOrAll;
use vox_core::IdList;

use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};
use crate::state::account::Account;

impl Handler for DelRule {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let applications =
            self.application.map(|wanted| lookup::applications(&wanted, account)).transpose()?;
        for id in chosen(&self.rule, applications.as_deref(), account)? {
            account.resources.rules.remove(id);
        }
        Ok(())
    }
}

/// The ids of the rules; of those of the applications, if there are some.
fn chosen(
    wanted: &RulesOrAll,
    applications: Option<&[u64]>,
    account: &Account,
) -> Result<Vec<u64>, ApiError> {
    let own = || {
        let rules = account.resources.rules.iter();
        rules.filter(|(_, rule)| applications.is_none_or(|ids| ids.contains(&rule.application)))
    };
    match wanted {
        RulesOrAll::Id(IdList::All) => Ok(own().map(|(id, _)| id).collect()),
        RulesOrAll::Id(IdList::Of(ids)) => {
            let find = |id: &u64| own().find(|(known, _)| known == id).map(|(id, _)| id);
            lookup::each(ids, find, &lookup::invalid_rule_id())
        }
        RulesOrAll::Name(names) => {
            let has = |name: &String| own().any(|(_, rule)| rule.name == *name);
            if !names.iter().all(has) {
                return Err(lookup::invalid_rule_name());
            }
            Ok(own().filter(|(_, rule)| names.contains(&rule.name)).map(|(id, _)| id).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::ApplicationsOrAll;

    use super::*;
    use crate::methods::routing_rules::tests::{IVR, SALES, ids, with_rules};
    use crate::methods::tests::call_in;

    fn delete(rule: RulesOrAll, application: Option<u64>) -> DelRule {
        DelRule { rule, application: application.map(|id| ApplicationsOrAll::Id([id].into())) }
    }

    fn named(names: &[&str]) -> RulesOrAll {
        RulesOrAll::Name(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn rules_are_deleted_by_id_and_by_name() {
        let cases = [
            (RulesOrAll::Id([1, 3].into()), None, vec![2]),
            (RulesOrAll::Id([2].into()), Some(IVR), vec![1, 3]),
            (RulesOrAll::Id(IdList::All), Some(SALES), vec![1, 2]),
            (RulesOrAll::Id(IdList::All), None, vec![]),
            (named(&["all"]), None, vec![1]),
            (named(&["all", "moscow"]), Some(IVR), vec![3]),
        ];
        for (rule, application, left) in cases {
            let mut accounts = with_rules();
            let request = delete(rule, application);
            call_in(&mut accounts, request.clone()).unwrap();
            assert_eq!(ids(&accounts), left, "{request:?}");
        }
    }

    #[test]
    fn nothing_is_deleted_if_one_rule_is_unknown() {
        let mut accounts = with_rules();
        let cases = [
            (RulesOrAll::Id([1, 4].into()), None, 147),
            (RulesOrAll::Id([1, 3].into()), Some(IVR), 147),
            (named(&["all", "moscow"]), Some(SALES), 156),
            (RulesOrAll::Id(IdList::All), Some(7), 116),
        ];
        for (rule, application, code) in cases {
            let request = delete(rule, application);
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(ids(&accounts), [1, 2, 3]);
    }
}
