//! What an account has in the sections of `vox-api`.

pub(crate) mod application;
pub(crate) mod rule;

use self::application::Application;
use self::rule::Rule;
use super::table::Table;

/// Everything that methods outside the section Accounts add to an account. An id is unique in the sandbox, so that no account
/// has the id of another's thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resources {
    pub(crate) applications: Table<Application>,
    pub(crate) rules: Table<Rule>,
}
