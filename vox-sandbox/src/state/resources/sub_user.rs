//! Subusers.

use vox_core::{Role, Secret};

/// A login of an account with separate roles.
#[derive(Debug, Clone)]
pub(crate) struct SubUser {
    pub(crate) name: String,
    pub(crate) password: Secret,
    pub(crate) roles: Vec<Role>,
    pub(crate) description: Option<String>,
}
