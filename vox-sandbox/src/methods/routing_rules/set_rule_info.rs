//! `SetRuleInfo`.

use vox_api::routing_rules::SetRuleInfo;

use super::{check_name, check_patterns};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler, lookup};

impl Handler for SetRuleInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let rule = account.resources.rules.get(self.rule_id).ok_or_else(lookup::invalid_rule_id)?;
        if let Some(name) = &self.rule_name {
            check_name(name, rule.application, Some(self.rule_id), account)?;
        }
        check_patterns(self.rule_pattern.as_ref(), self.rule_pattern_exclude.as_ref())?;
        let rule = account.resources.rules.get_mut(self.rule_id).ok_or_else(lookup::invalid_rule_id)?;
        set(&mut rule.name, self.rule_name);
        set(&mut rule.pattern, self.rule_pattern);
        set_some(&mut rule.pattern_exclude, self.rule_pattern_exclude);
        set(&mut rule.video_conference, self.video_conference);
        set_some(&mut rule.key_id, self.bind_key_id);
        rule.modified = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::routing_rules::tests::with_rules;
    use crate::methods::tests::{PARENT, call_in};

    fn change(rule_id: u64, name: &str, pattern: &str, exclude: &str) -> SetRuleInfo {
        SetRuleInfo {
            rule_id,
            rule_name: Some(name.into()),
            rule_pattern: Some(pattern.into()),
            rule_pattern_exclude: Some(exclude.into()),
            video_conference: Some(true),
            bind_key_id: None,
        }
    }

    #[test]
    fn only_what_is_given_changes() {
        let mut accounts = with_rules();
        call_in(&mut accounts, change(1, "moscow", "7495.+", "74950")).unwrap();
        let key = SetRuleInfo {
            rule_name: None,
            rule_pattern: None,
            rule_pattern_exclude: None,
            video_conference: None,
            bind_key_id: Some("key".into()),
            ..change(1, "", "", "")
        };
        call_in(&mut accounts, key).unwrap();
        let rule = accounts.get(PARENT).unwrap().resources.rules.get(1).unwrap();
        assert_eq!((rule.name.as_str(), rule.pattern.as_str()), ("moscow", "7495.+"));
        assert_eq!((rule.pattern_exclude.as_deref(), rule.key_id.as_deref()), (Some("74950"), Some("key")));
        assert!(rule.video_conference);
    }

    #[test]
    fn a_rejected_change_changes_nothing() {
        let mut accounts = with_rules();
        let cases = [
            (change(4, "new", ".*", ".*"), 147),
            (change(1, "all", ".*", ".*"), 175),
            (change(1, "new", "(", ".*"), 148),
            (change(1, "new", ".*", "("), 149),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        let rule = accounts.get(PARENT).unwrap().resources.rules.get(1).unwrap();
        assert_eq!((rule.name.as_str(), rule.pattern.as_str()), ("moscow", "749[59].+"));
        assert!(!rule.video_conference);
    }
}
