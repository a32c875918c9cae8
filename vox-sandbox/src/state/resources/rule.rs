//! Routing rules.

/// A routing rule of an application.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    /// The application's id.
    pub(crate) application: u64,
    /// The name, which is unique in the application.
    pub(crate) name: String,
}
