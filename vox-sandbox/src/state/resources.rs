//! What an account has in the sections of `vox-api`.

pub(crate) mod application;
pub(crate) mod key_values;
pub(crate) mod rule;
pub(crate) mod secret;
pub(crate) mod sub_user;
#[cfg(feature = "smart_queue")]
pub(crate) mod smart_queue;
pub(crate) mod user;

use self::application::Application;
use self::key_values::KeyValues;
use self::rule::Rule;
use self::secret::ApplicationSecret;
use self::sub_user::SubUser;
#[cfg(feature = "smart_queue")]
use self::smart_queue::SmartQueue;
use self::user::User;
use super::table::Table;

/// Everything that methods outside the section Accounts add to an account. An id is unique in the sandbox, so that no account
/// has the id of another's thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resources {
    pub(crate) applications: Table<Application>,
    pub(crate) key_values: KeyValues,
    pub(crate) rules: Table<Rule>,
    pub(crate) secrets: Table<ApplicationSecret>,
    pub(crate) sub_users: Table<SubUser>,
    pub(crate) users: Table<User>,
    #[cfg(feature = "smart_queue")]
    pub(crate) smart_queue: SmartQueue,
}
