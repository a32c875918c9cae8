//! Scenarios.

use jiff::Timestamp;

/// A scenario.
#[derive(Debug, Clone)]
pub(crate) struct Scenario {
    /// The name, which is unique in the account.
    pub(crate) name: String,
    /// The code, in JavaScript.
    pub(crate) script: String,
    /// The id of the application; `None` for a scenario that all applications can use.
    pub(crate) application: Option<u64>,
    pub(crate) modified: Timestamp,
}

impl Scenario {
    /// Whether the rules of an application can run the scenario.
    pub(crate) fn is_usable_in(&self, application: u64) -> bool {
        self.application.is_none_or(|own| own == application)
    }
}
