//! `SQ_DeleteAgentCustomStatusMapping`: deletes the custom name of a status of agents.
//!
//! Roles: any. Source: the method `SQ_DeleteAgentCustomStatusMapping` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::Application;

/// Deletes the custom name of a status of agents.
///
/// If the status has no custom name, nothing changes.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::SqDeleteAgentCustomStatusMapping;
/// use vox_api::types::Application;
///
/// let request =
///     SqDeleteAgentCustomStatusMapping::builder().application(Application::Id(7)).sq_status_name("CUSTOM_1").build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&sq_status_name=CUSTOM_1");
/// ```
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
