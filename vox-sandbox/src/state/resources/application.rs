//! Applications.

use jiff::Timestamp;

/// An application.
#[derive(Debug, Clone)]
pub(crate) struct Application {
    /// The name without the account's: `ivr`.
    pub(crate) name: String,
    pub(crate) modified: Timestamp,
    pub(crate) secure_record_storage: bool,
}

impl Application {
    /// The name as the API returns it: `ivr.my-account.voximplant.com`.
    pub(crate) fn full_name(&self, account_name: &str) -> String {
        format!("{}.{account_name}.voximplant.com", self.name)
    }

    /// Whether this is the name, with or without the account's.
    pub(crate) fn has_name(&self, name: &str, account_name: &str) -> bool {
        self.name == name || self.full_name(account_name) == name
    }
}
