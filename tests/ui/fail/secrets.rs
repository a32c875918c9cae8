//! Secrets that anything could print.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
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
    /// Said to be secret.
    #[param(secret = true)]
    pub note: String,
    /// Not a secret: the compiler keeps quiet.
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

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// A secret.
    pub client_secret: Option<String>,
    /// Secrets.
    pub access_tokens: Vec<String>,
}

fn main() {}
