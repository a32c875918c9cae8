//! The section `RoleSystem`.

vox_core::methods! {
    create_key { CreateKey, CreateKeyResponse, Roles, KeyInfo }
}
