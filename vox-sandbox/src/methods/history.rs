//! The section History: the sessions of scenarios and their recordings. Its other methods are samples.

mod delete_record;
mod get_call_history;

use vox_api::history::{DeleteRecord, GetCallHistory};

use super::{Endpoint, endpoint};

pub(super) fn endpoints() -> [Endpoint; 2] {
    [endpoint::<GetCallHistory>(), endpoint::<DeleteRecord>()]
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};
    use vox_core::{Decimal, Secret};

    use crate::level::Level;
    use crate::methods::Methods;
    use crate::methods::tests::{CHILD, PARENT, TODAY, accounts};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application;
    use crate::state::resources::session::{PhoneCall, Session};
    use crate::state::resources::user::User;

    #[test]
    fn reports_and_other_histories_are_samples() {
        let methods = Methods::default();
        let names = vox_api::history::METHODS.iter().map(|method| method.name);
        let has_state =
            |name: &&str| methods.find(name).is_some_and(|found| found.level() == Level::Stateful);
        let mut stateful: Vec<_> = names.filter(has_state).collect();
        stateful.sort_unstable();
        assert_eq!(stateful, ["DeleteRecord", "GetCallHistory"]);
    }

    pub(super) const IVR: u64 = 101;
    pub(super) const SALES: u64 = 102;
    pub(super) const ANN: u64 = 201;
    /// The time of requests.
    fn now() -> Timestamp {
        format!("{TODAY}T12:00:00Z").parse().unwrap()
    }

    fn session(application: u64, name: &str, rule: &str, seconds_ago: i64) -> Session {
        let call = PhoneCall {
            id: 500,
            transaction: 600,
            local_number: "74951234567".into(),
            remote_number: "12125550100".into(),
            cost: Decimal::new(120, 4),
        };
        Session {
            application,
            application_name: format!("{name}.parent.voximplant.com"),
            rule_name: rule.into(),
            user: None,
            conference: None,
            custom_data: None,
            initiator_address: "127.0.0.1".into(),
            token: Secret::from("token"),
            started: now() - SignedDuration::from_secs(seconds_ago),
            call,
            recording: Some(700),
        }
    }

    /// The parent has sessions of the application `ivr`: 1, two months ago, and 2, an hour ago, with data and the user `ann`.
    /// Session 3, of `sales`, has run for 30 seconds. Session 4 is one of the first child, a minute ago.
    pub(super) fn with_sessions() -> Accounts {
        let mut accounts = accounts();
        for (account, applications) in
            [(PARENT, vec![(IVR, "ivr"), (SALES, "sales")]), (CHILD, vec![(103, "ivr")])]
        {
            for (id, name) in applications {
                let application =
                    Application { name: name.into(), modified: now(), secure_record_storage: false };
                accounts.get_mut(account).unwrap().resources.applications.insert(id, application);
            }
        }
        let ann = User {
            application: IVR,
            name: "ann".into(),
            display_name: "Ann".into(),
            active: true,
            parent_accounting: true,
            custom_data: None,
            mobile_phone: None,
            created: now(),
            modified: now(),
        };
        let parent = &mut accounts.get_mut(PARENT).unwrap().resources;
        parent.users.insert(ANN, ann);
        parent.sessions.insert(1, session(IVR, "ivr", "in", 60 * 86_400));
        let second = session(IVR, "ivr", "out", 3600);
        let call = PhoneCall { remote_number: "12125550101".into(), ..second.call };
        let custom_data = Some("data".into());
        parent
            .sessions
            .insert(2, Session { user: Some(ANN), custom_data, recording: Some(702), call, ..second });
        parent.sessions.insert(3, session(SALES, "sales", "in", 30));
        let child = &mut accounts.get_mut(CHILD).unwrap().resources;
        child.sessions.insert(4, Session { recording: Some(704), ..session(103, "ivr", "in", 60) });
        accounts
    }
}
