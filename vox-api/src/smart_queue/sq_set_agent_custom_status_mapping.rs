//! `SQ_SetAgentCustomStatusMapping`: gives a status of agents a custom name.
//!
//! Roles: any. Source: the method `SQ_SetAgentCustomStatusMapping` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::Application;

/// Gives a status of agents a custom name, in place of the one that it may have.
///
/// The API rejects a custom name that another status has (error [559](vox_core::ErrorCode::SQ_CUSTOM_STATUS_ALREADY_EXISTS)).
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::SqSetAgentCustomStatusMapping;
/// use vox_api::types::Application;
///
/// let request = SqSetAgentCustomStatusMapping::builder()
///     .sq_status_name("CUSTOM_1")
///     .custom_status_name("Lunch")
///     .application(Application::Id(7))
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"sq_status_name=CUSTOM_1&custom_status_name=Lunch&application_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetAgentCustomStatusMapping", response = (), kind = write)]
#[doc(alias = "SQ_SetAgentCustomStatusMapping")]
pub struct SqSetAgentCustomStatusMapping {
    /// The status: `READY`, for example.
    pub sq_status_name: String,
    /// The custom name.
    pub custom_status_name: String,
    /// The application.
    #[param(one_of)]
    pub application: Application,
}
