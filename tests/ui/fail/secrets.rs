//! Secrets in types that print them.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Shown {
    /// A password.
    pub user_password: String,
    /// A key, which may be left out.
    pub service_api_key: Option<String>,
    /// A token.
    #[param(name = "push_token")]
    pub push: String,
    /// A salt.
    #[param(max_len = 8)]
    pub salt: String,
    /// A key.
    pub encryption_key: String,
    /// Marked as secret.
    #[param(secret = true)]
    pub note: String,
    /// Marked as not secret: no error.
    #[param(secret = false)]
    pub public_key: String,
    /// Nor is this.
    pub key_id: String,
}

/// A credential.
#[derive(VoxChoice)]
pub enum Credential {
    /// A password.
    Password(String),
    /// A number.
    Pin(u64),
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// A secret.
    pub client_secret: Option<String>,
    /// Secrets.
    pub access_tokens: Vec<String>,
}

fn main() {}
