//! `StopCallListProcessing`: pauses a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager, Support. Source: the method `StopCallListProcessing` of the API's section
//! CallLists.

use vox_core::prelude::*;

/// Pauses a call list.
///
/// No further attempts are made until [`RecoverCallList`](super::RecoverCallList) continues the list. No source states what
/// happens to phone calls in progress.
///
/// ```
/// use vox_api::call_lists::StopCallListProcessing;
/// use vox_api::prelude::*;
///
/// let request = StopCallListProcessing { list_id: 42 };
/// assert_eq!(request.to_form().as_bytes(), b"list_id=42");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "StopCallListProcessing",
    roles = [Owner, Admin, Developer, CallListManager, Support],
    response = StopCallListProcessingResponse,
    kind = write,
    ack = truthy,
)]
pub struct StopCallListProcessing {
    /// The call list's id.
    pub list_id: u64,
}

/// The response of [`StopCallListProcessing`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct StopCallListProcessingResponse {
    /// A message about the result.
    pub msg: Option<String>,
}
