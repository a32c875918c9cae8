//! The section `PushCredentials`.

mod types;

pub use types::*;

vox_core::methods! {
    add_push_credential { AddPushCredential, AddPushCredentialResponse, GoogleKey }
    get_push_credential {
        GetPushCredential, GetPushCredentialResponse, PushCredentialInfo, PushCredentialContent,
        ApplicationInfo,
    }
    set_push_credential { SetPushCredential }
}
