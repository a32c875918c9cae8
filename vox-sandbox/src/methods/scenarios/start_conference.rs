//! `StartConference`.

use vox_api::scenarios::{StartConference, StartConferenceResponse};
use vox_core::Record as _;

use super::start::Start;
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};

impl Handler for StartConference {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let start = Start {
            rule: self.rule,
            user: self.user,
            application: self.application,
            conference: Some(self.conference_name),
            custom_data: self.script_custom_data,
            reference_ip: self.reference_ip,
        };
        let started = start.start(caller, context)?;
        let mut response = StartConferenceResponse::blank();
        response.media_session_access_url = Some(started.access_url.clone());
        response.media_session_access_secure_url = Some(started.access_url);
        response.call_session_history_id = Some(started.id);
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use vox_api::types::Rule;
    use vox_core::Decimal;

    use super::*;
    use crate::methods::scenarios::tests::{IVR_IN, IVR_OUT, SALES_IN, SHARED, with_scenarios};
    use crate::methods::tests::{PARENT, call_in};

    fn start(name: &str) -> StartConference {
        StartConference::builder().conference_name(name).rule(Rule::Id(IVR_IN)).build()
    }

    #[test]
    fn a_conference_that_runs_is_joined_for_nothing() {
        let mut accounts = with_scenarios();
        let first = call_in(&mut accounts, start("board")).unwrap();
        let balance = accounts.get(PARENT).unwrap().money.fixed;
        assert!(balance < Decimal::TEN);
        assert_eq!(call_in(&mut accounts, start("board")), Ok(first.clone()));
        assert_eq!(accounts.get(PARENT).unwrap().money.fixed, balance);
        let other = call_in(&mut accounts, start("sales")).unwrap();
        assert_ne!(other.call_session_history_id, first.call_session_history_id);
        // A rejected request joins nothing.
        let no_scenario = StartConference { rule: Rule::Id(IVR_OUT), ..start("board") };
        assert_eq!(call_in(&mut accounts, no_scenario), Err(375));
    }

    #[test]
    fn applications_have_conferences_of_their_own() {
        let mut accounts = with_scenarios();
        let first = call_in(&mut accounts, start("board")).unwrap();
        let rules = &mut accounts.get_mut(PARENT).unwrap().resources.rules;
        rules.get_mut(SALES_IN).unwrap().scenarios.push(SHARED);
        let second = StartConference { rule: Rule::Id(SALES_IN), ..start("board") };
        let second = call_in(&mut accounts, second).unwrap();
        assert_ne!(second.call_session_history_id, first.call_session_history_id);
        assert_eq!(call_in(&mut accounts, start("board")), Ok(first));
    }

    #[test]
    fn a_conference_that_is_over_starts_anew() {
        let mut accounts = with_scenarios();
        let first = call_in(&mut accounts, start("board")).unwrap();
        let sessions = &mut accounts.get_mut(PARENT).unwrap().resources.sessions;
        for (_, session) in sessions.iter_mut() {
            session.started -= SignedDuration::from_secs(60);
        }
        let second = call_in(&mut accounts, start("board")).unwrap();
        assert_ne!(second.call_session_history_id, first.call_session_history_id);
        assert_ne!(second.media_session_access_url, first.media_session_access_url);
    }
}
