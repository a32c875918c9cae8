//! What an account has in the sections of `vox-api`.

pub(crate) mod application;
#[cfg(feature = "call_lists")]
pub(crate) mod call_list;
pub(crate) mod rule;
#[cfg(feature = "sms")]
pub(crate) mod sms;

use self::application::Application;
#[cfg(feature = "call_lists")]
use self::call_list::CallList;
use self::rule::Rule;
#[cfg(feature = "sms")]
use self::sms::Sms;
use super::table::Table;

/// Everything that methods outside the section Accounts add to an account. An id is unique in the sandbox, so that no account
/// has the id of another's thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resources {
    pub(crate) applications: Table<Application>,
    #[cfg(feature = "call_lists")]
    pub(crate) call_lists: Table<CallList>,
    pub(crate) rules: Table<Rule>,
    #[cfg(feature = "sms")]
    pub(crate) sms: Sms,
}
