//! Secrets.
//!
#![doc = include_str!("../../docs/secrets.md")]

vox_core::methods! {
    add_secret { AddSecret, AddSecretResponse, AddSecretResult }
    get_secret_value { GetSecretValue, GetSecretValueResponse, SecretRef, GetSecretValueResult }
    set_secret_info { SetSecretInfo }
}
