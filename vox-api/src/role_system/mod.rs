//! Role system.
//!
#![doc = include_str!("../../docs/role_system.md")]

vox_core::methods! {
    create_key { CreateKey, CreateKeyResponse, Roles, KeyInfo }
}
