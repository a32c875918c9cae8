//! Push credentials.
//!
#![doc = include_str!("../../docs/push_credentials.md")]

mod types;

pub use types::*;

vox_core::methods! {
    add_push_credential { AddPushCredential, AddPushCredentialResponse, GoogleKey }
    get_push_credential {
        GetPushCredential, GetPushCredentialResponse, PushCredentialInfo, PushCredentialContent,
    }
    set_push_credential { SetPushCredential }
}
