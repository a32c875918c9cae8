//! The method `CreateKey`.

use vox_core::prelude::*;

/// Creates the key of a service account. Its private part is returned only here.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "CreateKey", response = CreateKeyResponse, kind = write, ack = none)]
pub struct CreateKey {
    /// The description.
    pub description: Option<String>,
    /// The name of the key.
    #[param(min_len = 1, max_len = 50)]
    pub key_name: Option<String>,
    /// The roles of the key.
    #[param(one_of)]
    pub role: Option<Roles>,
}

/// The response of [`CreateKey`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CreateKeyResponse {
    /// The result.
    pub result: Vec<KeyInfo>,
}

/// The roles of the key.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "role")]
pub enum Roles {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// The key of a service account, as in its file.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct KeyInfo {
    /// The e-mail address of the account.
    pub account_email: Option<String>,
    /// The id of the account.
    pub account_id: Option<u64>,
    /// The id of the key.
    pub key_id: Option<String>,
    /// The private key, PKCS #8 in PEM.
    pub private_key: Option<Secret>,
}
