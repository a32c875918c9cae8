//! `DeleteRecord`: deletes a recording.
//!
//! Roles: Owner, Admin. Source: the method `DeleteRecord` of the API's section History.

use vox_core::prelude::*;

/// Deletes a recording and its transcript.
///
/// Give the URL or the id. The sources name neither as required, nor one as an alternative to the other.
///
/// ```
/// use vox_api::history::DeleteRecord;
/// use vox_api::prelude::*;
///
/// let request = DeleteRecord { record_id: Some(7), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"record_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DeleteRecord", roles = [Owner, Admin], response = (), kind = write, ack = truthy)]
pub struct DeleteRecord {
    /// The URL of the recording: [`record_url`](super::Recording::record_url).
    pub record_url: Option<String>,
    /// The recording's id: [`record_id`](super::Recording::record_id).
    pub record_id: Option<u64>,
}
