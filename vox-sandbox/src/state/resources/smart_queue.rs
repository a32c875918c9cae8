//! The queues, skills and agents of `SmartQueue`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use vox_api::smart_queue::{SqAgentSelection, SqTaskSelection};

use super::user::User;
use crate::state::table::Table;

/// Everything of `SmartQueue` in an account.
#[derive(Debug, Clone, Default)]
pub(crate) struct SmartQueue {
    pub(crate) queues: Table<Queue>,
    pub(crate) skills: Table<Skill>,
    /// By the id of the user. A user without an entry is an agent with the defaults.
    pub(crate) agents: BTreeMap<u64, Agent>,
    /// By the id of the application: from the names of statuses to their custom names.
    pub(crate) custom_statuses: BTreeMap<u64, BTreeMap<String, String>>,
}

impl SmartQueue {
    /// The agent of a user.
    pub(crate) fn agent(&self, user: u64) -> Agent {
        self.agents.get(&user).cloned().unwrap_or_default()
    }

    /// Removes everything of an application. These users are left.
    pub(super) fn remove_application(&mut self, application: u64, users: &Table<User>) {
        self.queues.retain(|_, queue| queue.application != application);
        self.skills.retain(|_, skill| skill.application != application);
        self.custom_statuses.remove(&application);
        self.agents.retain(|user, _| users.get(*user).is_some());
    }

    /// The agent of a user, to change it.
    pub(crate) fn agent_mut(&mut self, user: u64) -> &mut Agent {
        self.agents.entry(user).or_default()
    }
}

/// A queue. Only what responses show: the settings of distribution for chats and the priority are not among it.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    /// The id of the application.
    pub(crate) application: u64,
    /// Unique in the application.
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    /// Which agent gets a phone call.
    pub(crate) agent_selection: SqAgentSelection,
    /// Which phone call is distributed first.
    pub(crate) task_selection: SqTaskSelection,
    pub(crate) fallback_agent_selection: Option<String>,
    pub(crate) calls: Waiting,
    pub(crate) chats: Waiting,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
}

/// How tasks of one type wait in a queue.
#[derive(Debug, Clone, Default)]
pub(crate) struct Waiting {
    /// Whether they wait if no agent is available.
    pub(crate) hold_if_inactive_agents: bool,
    /// How long they wait at most, in seconds.
    pub(crate) max_time: Option<u64>,
    /// How many wait at most.
    pub(crate) max_size: Option<u64>,
}

/// A skill.
#[derive(Debug, Clone)]
pub(crate) struct Skill {
    /// The id of the application.
    pub(crate) application: u64,
    /// Unique in the application.
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
}

/// What makes a user an agent.
#[derive(Debug, Clone)]
pub(crate) struct Agent {
    pub(crate) handle_calls: bool,
    pub(crate) max_simultaneous_conversations: Option<u64>,
    /// The ids of the queues.
    pub(crate) queues: BTreeSet<u64>,
    /// The levels of the skills, by the ids of the skills.
    pub(crate) skills: BTreeMap<u64, u8>,
}

impl Default for Agent {
    fn default() -> Self {
        Self {
            handle_calls: true,
            max_simultaneous_conversations: None,
            queues: BTreeSet::new(),
            skills: BTreeMap::new(),
        }
    }
}
