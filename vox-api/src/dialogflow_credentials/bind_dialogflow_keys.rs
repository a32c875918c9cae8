//! `BindDialogflowKeys`: binds a key of Dialogflow to applications.
//!
//! Roles: Owner, Admin, Developer. Source: the method `BindDialogflowKeys` of the API's section DialogflowCredentials.

use vox_core::prelude::*;

/// Binds a key of Dialogflow to applications, whose scenarios can then use it, or unbinds it.
///
/// `IdList::All` means all applications of the account.
///
/// ```
/// use vox_api::dialogflow_credentials::BindDialogflowKeys;
/// use vox_api::prelude::*;
///
/// let request = BindDialogflowKeys { dialogflow_key_id: 7, application_id: IdList::All, bind: Some(false) };
/// assert_eq!(request.to_form().as_bytes(), b"dialogflow_key_id=7&application_id=all&bind=false");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindDialogflowKeys",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct BindDialogflowKeys {
    /// The key's id, from [`GetDialogflowKeys`](super::GetDialogflowKeys).
    pub dialogflow_key_id: u64,
    /// The ids of the applications, or all.
    pub application_id: IdList,
    /// Whether the key is bound, not unbound. No source states the default, which is presumably true.
    pub bind: Option<bool>,
}
