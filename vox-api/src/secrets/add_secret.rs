//! The method `AddSecret`.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a secret that an application's scenarios can read.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddSecret", response = AddSecretResponse, kind = write, ack = none)]
pub struct AddSecret {
    /// The name of the secret.
    #[param(max_len = 64, pattern = "[A-Za-z][A-Za-z0-9_]{0,63}", secret = false)]
    pub secret_name: String,
    /// The secret.
    #[param(max_len = 8192)]
    pub secret_value: Secret,
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// The description. The server keeps 200 characters.
    pub description: Option<String>,
}

/// The response of [`AddSecret`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSecretResponse {
    /// The result.
    pub result: Vec<AddSecretResult>,
}

/// The new secret.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSecretResult {
    /// The id of the secret.
    pub secret_id: u64,
}
