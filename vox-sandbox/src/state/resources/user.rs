//! Users.

use jiff::Timestamp;

/// A user of an application. Users cannot log in to the sandbox, so it forgets their passwords.
#[derive(Debug, Clone)]
pub(crate) struct User {
    /// The application's id.
    pub(crate) application: u64,
    /// The name, which is unique in the application.
    pub(crate) name: String,
    pub(crate) display_name: String,
    pub(crate) active: bool,
    /// Whether the account pays for the user.
    pub(crate) parent_accounting: bool,
    pub(crate) custom_data: Option<String>,
    pub(crate) mobile_phone: Option<String>,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
}
