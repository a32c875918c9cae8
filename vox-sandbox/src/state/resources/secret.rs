//! Secrets of applications.

use jiff::Timestamp;
use vox_core::Secret;

/// A secret of an application.
#[derive(Debug, Clone)]
pub(crate) struct ApplicationSecret {
    /// The application's id.
    pub(crate) application: u64,
    pub(crate) name: String,
    pub(crate) value: Secret,
    pub(crate) description: Option<String>,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
}
