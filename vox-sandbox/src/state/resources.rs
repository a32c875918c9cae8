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
