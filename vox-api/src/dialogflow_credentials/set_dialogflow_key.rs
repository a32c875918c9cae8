//! `SetDialogflowKey`: changes the description of a key of Dialogflow.
//!
//! Roles: any. Source: the method `SetDialogflowKey` of the API's section DialogflowCredentials.

use vox_core::prelude::*;

/// Changes the description of a key of Dialogflow.
///
/// To replace the key itself, add a new one.
///
/// ```
/// use vox_api::dialogflow_credentials::SetDialogflowKey;
/// use vox_api::prelude::*;
///
/// let request = SetDialogflowKey { dialogflow_key_id: 7, description: "Orders".into() };
/// assert_eq!(request.to_form().as_bytes(), b"dialogflow_key_id=7&description=Orders");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetDialogflowKey", response = (), kind = write, ack = truthy)]
pub struct SetDialogflowKey {
    /// The key's id, from [`GetDialogflowKeys`](super::GetDialogflowKeys).
    pub dialogflow_key_id: u64,
    /// The description of the key. An empty text removes it.
    pub description: String,
}
