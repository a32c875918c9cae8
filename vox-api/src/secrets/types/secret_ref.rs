//! Choices of a secret.

use vox_core::prelude::*;

/// A secret of an application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "secret")]
pub enum SecretRef {
    /// By id.
    Id(u64),
    /// By name.
    #[param(secret = false)]
    Name(String),
}
