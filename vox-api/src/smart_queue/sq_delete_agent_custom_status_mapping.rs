//! `SQ_DeleteAgentCustomStatusMapping`: deletes the custom name of a status of agents.
//!
//! Roles: any. Source: the method `SQ_DeleteAgentCustomStatusMapping` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::Application;

/// Deletes the custom name of a status of agents.
///
/// If the status has no custom name, nothing changes.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_DeleteAgentCustomStatusMapping", response = (), kind = write)]
#[doc(alias = "SQ_DeleteAgentCustomStatusMapping")]
pub struct SqDeleteAgentCustomStatusMapping {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The status. Sources differ on whether it is required, and none states what is deleted without it: presumably all custom
    /// names of the application.
    pub sq_status_name: Option<String>,
}
