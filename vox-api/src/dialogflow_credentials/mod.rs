//! Dialogflow credentials.
//!
#![doc = include_str!("../../docs/dialogflow_credentials.md")]

vox_core::methods! {
    add_dialogflow_key { AddDialogflowKey, AddDialogflowKeyResponse }
}
