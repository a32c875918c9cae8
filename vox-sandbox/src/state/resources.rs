//! What an account has in the sections of `vox-api`.

pub(crate) mod application;
pub(crate) mod rule;
#[cfg(feature = "smart_queue")]
pub(crate) mod smart_queue;
pub(crate) mod user;

use self::application::Application;
use self::rule::Rule;
#[cfg(feature = "smart_queue")]
use self::smart_queue::SmartQueue;
use self::user::User;
use super::table::Table;

/// Everything that methods outside the section Accounts add to an account. An id is unique in the sandbox, so that no account
/// has the id of another's thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resources {
    pub(crate) applications: Table<Application>,
    pub(crate) rules: Table<Rule>,
    pub(crate) users: Table<User>,
    #[cfg(feature = "smart_queue")]
    pub(crate) smart_queue: SmartQueue,
}
