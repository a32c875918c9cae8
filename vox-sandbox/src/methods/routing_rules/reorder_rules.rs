//! `ReorderRules`.

use vox_api::routing_rules::ReorderRules;

use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler, lookup};

impl Handler for ReorderRules {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let resources = &mut context.account(caller)?.resources;
        let first = self.rule_id.first().and_then(|id| resources.rules.get(*id));
        let application = first.ok_or_else(lookup::invalid_rule_id)?.application;
        let own = resources.rules_of(application);
        let find = |id: &u64| own.iter().find(|(own, _)| own == id).map(|(id, _)| *id);
        let mut order = lookup::each(&self.rule_id, find, &lookup::invalid_rule_id())?;
        // Those that are left out follow, in their previous order.
        for (id, _) in &own {
            if !order.contains(id) {
                order.push(*id);
            }
        }
        let positions: Vec<_> = own.iter().map(|(_, rule)| rule.position).collect();
        for (id, position) in order.into_iter().zip(positions) {
            if let Some(rule) = resources.rules.get_mut(id) {
                rule.position = position;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::routing_rules::tests::{IVR, add, with_rules};
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn order(accounts: &Accounts) -> Vec<u64> {
        let rules = accounts.get(PARENT).unwrap().resources.rules_of(IVR);
        rules.into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn rules_that_are_left_out_follow_in_their_order() {
        let mut accounts = with_rules();
        call_in(&mut accounts, add("third", ".*", IVR)).unwrap();
        call_in(&mut accounts, add("fourth", ".*", IVR)).unwrap();
        assert_eq!(order(&accounts), [1, 2, 4, 5]);
        for (rule_id, expected) in
            [(vec![4, 2], [4, 2, 1, 5]), (vec![5, 5], [5, 4, 2, 1]), (vec![1, 2, 4, 5], [1, 2, 4, 5])]
        {
            call_in(&mut accounts, ReorderRules { rule_id }).unwrap();
            assert_eq!(order(&accounts), expected);
        }
        // A new rule is the last one.
        call_in(&mut accounts, ReorderRules { rule_id: vec![5] }).unwrap();
        call_in(&mut accounts, add("fifth", ".*", IVR)).unwrap();
        assert_eq!(order(&accounts), [5, 1, 2, 4, 6]);
    }

    #[test]
    fn all_rules_must_be_of_one_application() {
        let mut accounts = with_rules();
        for rule_id in [vec![2, 7], vec![2, 3], vec![3, 2], vec![7], vec![]] {
            assert_eq!(call_in(&mut accounts, ReorderRules { rule_id }), Err(147));
        }
        assert_eq!(order(&accounts), [1, 2]);
    }
}
