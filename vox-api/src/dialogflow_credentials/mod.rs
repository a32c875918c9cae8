//! Dialogflow credentials: keys by which scenarios use agents of Google Dialogflow.
//!
#![doc = include_str!("../../docs/dialogflow_credentials.md")]
//!
//! [`AddDialogflowKey`] stores the key file of a service account of Google for an application, [`BindDialogflowKeys`] binds the
//! key to further applications. A scenario of these applications then names the key by its id:
//!
//! ```no_run
//! use vox_api::dialogflow_credentials::{AddDialogflowKey, BindDialogflowKeys};
//! use vox_api::prelude::*;
//! use vox_api::types::Application;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let added = AddDialogflowKey::builder()
//!     .application(Application::Name("ivr".into()))
//!     .json_credentials(std::fs::read_to_string("service-account.json")?)
//!     .description("Orders")
//!     .send(client)
//!     .await?;
//!
//! BindDialogflowKeys::builder()
//!     .dialogflow_key_id(added.dialogflow_key_id)
//!     .application_id([3, 4])
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    add_dialogflow_key { AddDialogflowKey, AddDialogflowKeyResponse }
    set_dialogflow_key { SetDialogflowKey }
    del_dialogflow_key { DelDialogflowKey }
    get_dialogflow_keys { GetDialogflowKeys, GetDialogflowKeysResponse, DialogflowKey, DialogflowKeyInfo }
    bind_dialogflow_keys { BindDialogflowKeys }
}
