//! The method `AddDialogflowKey`.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a key of Dialogflow.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddDialogflowKey",
    roles = [Owner, Admin, Developer],
    response = AddDialogflowKeyResponse,
    kind = write,
    ack = truthy,
)]
pub struct AddDialogflowKey {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// The content of the key's file.
    #[param(check = rules::JSON)]
    pub json_credentials: Secret,
    /// The description.
    pub description: Option<String>,
}

/// The response of [`AddDialogflowKey`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddDialogflowKeyResponse {
    /// The id of the dialogflow key.
    pub dialogflow_key_id: u64,
}
