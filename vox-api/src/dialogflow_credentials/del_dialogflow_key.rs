//! `DelDialogflowKey`: deletes a key of Dialogflow.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelDialogflowKey` of the API's section DialogflowCredentials.

use vox_core::prelude::*;

/// Deletes a key of Dialogflow; scenarios can then no longer use it.
///
/// ```
/// use vox_api::dialogflow_credentials::DelDialogflowKey;
/// use vox_api::prelude::*;
///
/// let request = DelDialogflowKey { dialogflow_key_id: 7 };
/// assert_eq!(request.to_form().as_bytes(), b"dialogflow_key_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DelDialogflowKey",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct DelDialogflowKey {
    /// The key's id, from [`GetDialogflowKeys`](super::GetDialogflowKeys).
    pub dialogflow_key_id: u64,
}
