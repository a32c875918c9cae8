//! The method `SetSecretInfo`.

use vox_core::prelude::*;

use super::get_secret_value::SecretRef;
use crate::types::Application;

/// Changes a secret.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetSecretInfo", response = (), kind = write)]
pub struct SetSecretInfo {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// A secret.
    #[param(one_of)]
    pub secret: SecretRef,
    /// The new name of the secret.
    #[param(max_len = 64, pattern = "[A-Za-z][A-Za-z0-9_]{0,63}", secret = false)]
    pub new_secret_name: Option<String>,
    /// The secret.
    #[param(max_len = 8192)]
    pub secret_value: Option<Secret>,
    /// The description. The server keeps 200 characters.
    pub description: Option<String>,
}
