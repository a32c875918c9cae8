//! `StartScenarios`.

use vox_api::scenarios::{StartScenarios, StartScenariosResponse};
use vox_core::{Record as _, Secret};

use super::start::Start;
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};

impl Handler for StartScenarios {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let start = Start {
            rule: self.rule,
            user: self.user,
            application: self.application,
            conference: None,
            custom_data: self.script_custom_data,
            reference_ip: self.reference_ip,
        };
        let started = start.start(caller, context)?;
        let mut response = StartScenariosResponse::blank();
        response.media_session_access_url = Some(started.access_url.clone());
        response.media_session_access_secure_url = Some(started.access_url);
        response.call_session_history_id = Some(started.id);
        let check_url = format!("{}/sessions/{}/check", context.base_url, started.id);
        response.media_session_check_url =
            self.with_check_url.unwrap_or(false).then(|| Secret::new(check_url));
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::{Application, Rule, User};
    use vox_core::Decimal;

    use super::*;
    use crate::methods::scenarios::tests::{ANN, BOB, IVR, IVR_IN, IVR_OUT, SALES, with_scenarios};
    use crate::methods::tests::{PARENT, call_in};

    fn start(rule: Rule) -> StartScenarios {
        StartScenarios::builder().rule(rule).build()
    }

    fn price() -> Decimal {
        Decimal::new(12, 3)
    }

    #[test]
    fn a_session_is_started_and_paid() {
        let mut accounts = with_scenarios();
        let request = StartScenarios {
            application: Some(Application::Name("ivr".into())),
            user: Some(User::Name("ann".into())),
            script_custom_data: Some("data".into()),
            reference_ip: Some("192.0.2.7".into()),
            with_check_url: Some(true),
            ..start(Rule::Name("in".into()))
        };
        let response = call_in(&mut accounts, request).unwrap();
        let id = response.call_session_history_id.unwrap();
        let account = accounts.get(PARENT).unwrap();
        let session = account.resources.sessions.get(id).unwrap();
        assert_eq!(session.application_name, "ivr.parent.voximplant.com");
        assert_eq!((session.application, session.rule_name.as_str(), session.user), (IVR, "in", Some(ANN)));
        assert_eq!(
            (session.custom_data.as_deref(), session.initiator_address.as_str()),
            (Some("data"), "192.0.2.7")
        );
        assert_eq!((session.call.cost, account.money.fixed), (price(), Decimal::TEN - price()));
        let url = response.media_session_access_url.unwrap();
        assert_eq!(url.expose(), format!("/sessions/{}", session.token.expose()));
        assert_eq!(response.media_session_access_secure_url, Some(url));
        let check_url = response.media_session_check_url.unwrap();
        assert_eq!(check_url.expose(), format!("/sessions/{id}/check"));
        // The next session is another one.
        let next = call_in(&mut accounts, start(Rule::Id(IVR_IN))).unwrap();
        assert_ne!(next.call_session_history_id, Some(id));
        assert_eq!(next.media_session_check_url, None);
    }

    #[test]
    fn nothing_starts_where_a_part_is_rejected() {
        let mut accounts = with_scenarios();
        let valid = || start(Rule::Id(IVR_IN));
        let user = |user| StartScenarios { user: Some(user), ..valid() };
        let of = |id, rule| StartScenarios { application: Some(Application::Id(id)), ..start(rule) };
        let cases = [
            (start(Rule::Id(7)), 147),
            (start(Rule::Name("none".into())), 156),
            // Two applications have a rule with this name.
            (start(Rule::Name("in".into())), 156),
            (of(7, Rule::Id(IVR_IN)), 116),
            (of(SALES, Rule::Id(IVR_IN)), 147),
            (start(Rule::Id(IVR_OUT)), 375),
            (user(User::Id(7)), 117),
            (user(User::Id(BOB)), 393),
            (user(User::Name("bob".into())), 117),
            (StartScenarios { reference_ip: Some("home".into()), ..valid() }, 257),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        accounts.get_mut(PARENT).unwrap().money.fixed = price() - Decimal::new(1, 3);
        assert_eq!(call_in(&mut accounts, valid()), Err(127));
        let account = accounts.get(PARENT).unwrap();
        assert_eq!(account.resources.sessions.iter().count(), 0);
        assert_eq!(account.money.fixed, Decimal::new(11, 3));
    }
}
