//! Users of applications.

use jiff::Timestamp;

/// A user of an application.
#[derive(Debug, Clone)]
pub(crate) struct User {
    /// The id of the application.
    pub(crate) application: u64,
    /// Unique in the application.
    pub(crate) name: String,
    pub(crate) display_name: String,
    pub(crate) created: Timestamp,
}
