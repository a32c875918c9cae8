//! What an account has in the sections of `vox-api`.

pub(crate) mod application;
#[cfg(feature = "call_lists")]
pub(crate) mod call_list;
pub(crate) mod key_values;
pub(crate) mod rule;
pub(crate) mod scenario;
pub(crate) mod secret;
pub(crate) mod session;
#[cfg(feature = "smart_queue")]
pub(crate) mod smart_queue;
#[cfg(feature = "sms")]
pub(crate) mod sms;
pub(crate) mod sub_user;
pub(crate) mod user;

use self::application::Application;
#[cfg(feature = "call_lists")]
use self::call_list::CallList;
use self::key_values::KeyValues;
use self::rule::Rule;
use self::scenario::Scenario;
use self::secret::ApplicationSecret;
use self::session::Session;
#[cfg(feature = "smart_queue")]
use self::smart_queue::SmartQueue;
#[cfg(feature = "sms")]
use self::sms::Sms;
use self::sub_user::SubUser;
use self::user::User;
use super::table::Table;

/// Everything that methods outside the section Accounts add to an account. An id is unique in the sandbox, so that no account
/// has the id of another's thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resources {
    pub(crate) applications: Table<Application>,
    #[cfg(feature = "call_lists")]
    pub(crate) call_lists: Table<CallList>,
    pub(crate) key_values: KeyValues,
    pub(crate) rules: Table<Rule>,
    pub(crate) scenarios: Table<Scenario>,
    pub(crate) secrets: Table<ApplicationSecret>,
    pub(crate) sessions: Table<Session>,
    #[cfg(feature = "smart_queue")]
    pub(crate) smart_queue: SmartQueue,
    #[cfg(feature = "sms")]
    pub(crate) sms: Sms,
    pub(crate) sub_users: Table<SubUser>,
    pub(crate) users: Table<User>,
}

impl Resources {
    /// Deletes an application with everything that belongs to it. The history keeps its sessions.
    pub(crate) fn remove_application(&mut self, id: u64) {
        self.applications.remove(id);
        self.users.retain(|_, user| user.application != id);
        self.scenarios.retain(|_, scenario| scenario.application != Some(id));
        self.rules.retain(|_, rule| rule.application != id);
        self.key_values.remove_application(id);
        self.secrets.retain(|_, secret| secret.application != id);
        #[cfg(feature = "smart_queue")]
        self.smart_queue.remove_application(id, &self.users);
    }

    /// Deletes a user, who is no agent then.
    pub(crate) fn remove_user(&mut self, id: u64) {
        self.users.remove(id);
        #[cfg(feature = "smart_queue")]
        self.smart_queue.agents.remove(&id);
    }

    /// Deletes a scenario, which no rule runs then.
    pub(crate) fn remove_scenario(&mut self, id: u64) {
        self.scenarios.remove(id);
        for (_, rule) in self.rules.iter_mut() {
            rule.scenarios.retain(|scenario| *scenario != id);
        }
    }

    /// The rules of an application, in the order in which they are checked.
    pub(crate) fn rules_of(&self, application: u64) -> Vec<(u64, &Rule)> {
        let mut rules: Vec<_> =
            self.rules.iter().filter(|(_, rule)| rule.application == application).collect();
        rules.sort_by_key(|(_, rule)| rule.position);
        rules
    }
}

#[cfg(all(test, feature = "smart_queue"))]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;

    use super::smart_queue::Skill;
    use super::*;

    /// The applications 1 and 2 each have a user, with the ids 11 and 12, a skill, and the custom name of a status.
    fn two_applications() -> Resources {
        let mut resources = Resources::default();
        let now = Timestamp::UNIX_EPOCH;
        for application in [1, 2] {
            let user = User {
                application,
                name: "ann".into(),
                display_name: "Ann".into(),
                active: true,
                parent_accounting: true,
                custom_data: None,
                mobile_phone: None,
                created: now,
                modified: now,
            };
            resources.users.insert(application + 10, user);
            let smart_queue = &mut resources.smart_queue;
            smart_queue.agent_mut(application + 10).handle_calls = false;
            let skill =
                Skill { application, name: "french".into(), description: None, created: now, modified: now };
            smart_queue.skills.insert(application + 20, skill);
            smart_queue
                .custom_statuses
                .insert(application, BTreeMap::from([("READY".to_owned(), "Here".to_owned())]));
        }
        resources
    }

    #[test]
    fn nothing_is_left_of_a_deleted_application() {
        let mut resources = two_applications();
        resources.remove_application(1);
        let SmartQueue { agents, skills, custom_statuses, .. } = &resources.smart_queue;
        assert!(agents.keys().eq(&[12]));
        assert!(skills.iter().map(|(id, _)| id).eq([22]));
        assert!(custom_statuses.keys().eq(&[2]));
    }

    #[test]
    fn a_deleted_user_is_no_agent() {
        let mut resources = two_applications();
        resources.remove_user(12);
        assert!(resources.smart_queue.agents.keys().eq(&[11]));
        assert!(resources.users.get(12).is_none());
    }
}
