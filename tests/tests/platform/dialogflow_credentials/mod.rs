//! The section `DialogflowCredentials`.

vox_core::methods! {
    add_dialogflow_key { AddDialogflowKey, AddDialogflowKeyResponse }
}
