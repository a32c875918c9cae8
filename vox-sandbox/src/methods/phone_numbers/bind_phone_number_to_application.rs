//! `BindPhoneNumberToApplication`.

use vox_api::phone_numbers::BindPhoneNumberToApplication;
use vox_api::types::{Application, RuleInApplication};

use super::chosen::{check_known, is_chosen};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::account::Account;

const INVALID_APPLICATION_NAME: ApiError = ApiError::new(107, "Invalid application name");

impl Handler for BindPhoneNumberToApplication {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        check_known(&self.phone, account)?;
        let application = application(&self.application, account)?;
        let rule = self.rule.as_ref().map(|wanted| rule(wanted, application, account)).transpose()?;
        let bind = self.bind.unwrap_or(true);
        for phone in account.phones.iter_mut().filter(|phone| is_chosen(&self.phone, phone)) {
            let is_bound = phone.application == Some(application) && (rule.is_none() || phone.rule == rule);
            if bind {
                (phone.application, phone.rule) = (Some(application), rule);
                phone.modified = now;
            } else if is_bound {
                (phone.application, phone.rule) = (None, None);
                phone.modified = now;
            }
        }
        Ok(())
    }
}

/// The id of the application.
fn application(wanted: &Application, account: &Account) -> Result<u64, ApiError> {
    let applications = &account.resources.applications;
    match wanted {
        Application::Id(id) if applications.get(*id).is_some() => Ok(*id),
        Application::Id(_) => Err(ApiError::invalid_param(116, "application_id")),
        Application::Name(name) => {
            let found = applications.find(|application| application.has_name(name, &account.name));
            found.map(|(id, _)| id).ok_or(INVALID_APPLICATION_NAME)
        }
    }
}

/// The id of the rule, which must be one of the application's.
fn rule(wanted: &RuleInApplication, application: u64, account: &Account) -> Result<u64, ApiError> {
    let rules = &account.resources.rules;
    let (found, otherwise) = match wanted {
        RuleInApplication::Id(id) => {
            let found = rules.get(*id).filter(|rule| rule.application == application);
            (found.map(|_| *id), ApiError::invalid_param(147, "rule_id"))
        }
        RuleInApplication::Name(name) => {
            let found = rules.find(|rule| rule.application == application && rule.name == *name);
            (found.map(|(id, _)| id), ApiError::invalid_param(156, "rule_name"))
        }
    };
    found.ok_or(otherwise)
}

#[cfg(test)]
mod tests {
    use vox_api::phone_numbers::PhonesOrAll;
    use vox_core::IdList;

    use super::*;
    use crate::methods::phone_numbers::tests::{IVR, IVR_RULE, SALES, SALES_RULE, renting};
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn bind(
        phone: PhonesOrAll,
        application: Application,
        rule: Option<RuleInApplication>,
    ) -> BindPhoneNumberToApplication {
        BindPhoneNumberToApplication { phone, application, rule, bind: None }
    }

    fn bindings(accounts: &Accounts) -> Vec<(Option<u64>, Option<u64>)> {
        accounts.get(PARENT).unwrap().phones.iter().map(|phone| (phone.application, phone.rule)).collect()
    }

    #[test]
    fn numbers_are_bound_to_an_application_and_a_rule() {
        let mut accounts = renting(&["12125550000", "12125550001"]);
        let all = || PhonesOrAll::Id(IdList::All);
        call_in(&mut accounts, bind(all(), Application::Id(IVR), None)).unwrap();
        assert_eq!(bindings(&accounts), [(Some(IVR), None); 2]);
        for name in ["sales", "sales.parent.voximplant.com"] {
            let phone = PhonesOrAll::Number(vec!["12125550001".into()]);
            let rule = Some(RuleInApplication::Name("in".into()));
            call_in(&mut accounts, bind(phone, Application::Name(name.into()), rule)).unwrap();
        }
        assert_eq!(bindings(&accounts), [(Some(IVR), None), (Some(SALES), Some(SALES_RULE))]);
        // Without a rule the number is no longer bound to one.
        call_in(&mut accounts, bind(all(), Application::Id(SALES), None)).unwrap();
        assert_eq!(bindings(&accounts), [(Some(SALES), None); 2]);
    }

    #[test]
    fn only_the_named_binding_is_removed() {
        let mut accounts = renting(&["12125550000", "12125550001"]);
        let rule = |id| Some(RuleInApplication::Id(id));
        let all = |application, rule| bind(PhonesOrAll::Id(IdList::All), Application::Id(application), rule);
        call_in(&mut accounts, bind(PhonesOrAll::Id([1].into()), Application::Id(IVR), rule(IVR_RULE)))
            .unwrap();
        call_in(&mut accounts, bind(PhonesOrAll::Id([2].into()), Application::Id(SALES), None)).unwrap();
        let unbind = |request| BindPhoneNumberToApplication { bind: Some(false), ..request };
        call_in(&mut accounts, unbind(all(SALES, rule(SALES_RULE)))).unwrap();
        assert_eq!(bindings(&accounts), [(Some(IVR), Some(IVR_RULE)), (Some(SALES), None)]);
        call_in(&mut accounts, unbind(all(SALES, None))).unwrap();
        assert_eq!(bindings(&accounts), [(Some(IVR), Some(IVR_RULE)), (None, None)]);
        call_in(&mut accounts, unbind(all(IVR, rule(IVR_RULE)))).unwrap();
        assert_eq!(bindings(&accounts), [(None, None); 2]);
    }

    #[test]
    fn everything_that_is_named_must_exist() {
        let mut accounts = renting(&["12125550000"]);
        let one = || PhonesOrAll::Id([1].into());
        let ivr = || Application::Id(IVR);
        let cases = [
            (bind(PhonesOrAll::Id([1, 2].into()), ivr(), None), 181),
            (bind(PhonesOrAll::Number(vec!["1".into()]), ivr(), None), 121),
            (bind(one(), Application::Id(7), None), 116),
            (bind(one(), Application::Name("none".into()), None), 107),
            (bind(one(), ivr(), Some(RuleInApplication::Id(SALES_RULE))), 147),
            (bind(one(), ivr(), Some(RuleInApplication::Name("out".into()))), 156),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(bindings(&accounts), [(None, None)]);
    }
}
