//! `CancelCallListBatch`: cancels all tasks of batches.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `CancelCallListBatch` of the API's section CallLists.

use vox_core::prelude::*;

/// Cancels all tasks of batches of a call list.
///
/// A batch has the tasks of one file: [`CreateCallList`](super::CreateCallList) and
/// [`AppendToCallList`](super::AppendToCallList) return its id. The API may cancel the tasks later: the callback
/// `batch_task_cancelling_completed` reports when it has done so.
///
/// ```
/// use vox_api::call_lists::CancelCallListBatch;
/// use vox_api::prelude::*;
///
/// let batch = "5b9c8e51-6d0c-4b57-a9f4-3d2f6f0f1c11";
/// let request = CancelCallListBatch { list_id: 42, batch_ids: vec![batch.into()] };
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "list_id=42&batch_ids=5b9c8e51-6d0c-4b57-a9f4-3d2f6f0f1c11"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CancelCallListBatch",
    roles = [Owner, Admin, Developer, CallListManager],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct CancelCallListBatch {
    /// The call list's id.
    pub list_id: u64,
    /// The ids of the batches, which are UUIDs.
    pub batch_ids: Vec<String>,
}
