//! The method `GetSecretValue`.

use vox_core::prelude::*;

use crate::types::Application;

/// Returns a secret.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSecretValue", response = GetSecretValueResponse, kind = read)]
pub struct GetSecretValue {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// A secret.
    #[param(one_of)]
    pub secret: SecretRef,
}

/// The response of [`GetSecretValue`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSecretValueResponse {
    /// The result.
    pub result: Vec<GetSecretValueResult>,
}

/// A secret.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "secret")]
pub enum SecretRef {
    /// By id.
    Id(u64),
    /// By name.
    #[param(secret = false)]
    Name(String),
}

/// A secret.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSecretValueResult {
    /// The id of the secret.
    pub secret_id: Option<u64>,
    /// The name of the secret.
    #[field(secret = false)]
    pub secret_name: Option<String>,
    /// The secret.
    pub secret_value: Secret,
    /// The description.
    pub description: Option<String>,
    /// When it was created.
    pub created: Option<Timestamp>,
    /// When it was changed.
    pub modified: Option<Timestamp>,
}
