//! `RecoverCallList`: continues a call list that was paused.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `RecoverCallList` of the API's section CallLists.

use vox_core::prelude::*;

/// Continues a call list that was paused.
///
/// Spends money: a list that [`StopCallListProcessing`](super::StopCallListProcessing) paused makes phone calls again.
///
/// ```no_run
/// use vox_api::call_lists::RecoverCallList;
/// use vox_api::prelude::*;
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let recovered = RecoverCallList { list_id: 42 }.send(client).await?;
/// println!("{:?} tasks are called again", recovered.count_recovery);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "RecoverCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = RecoverCallListResponse,
    kind = write,
    ack = truthy,
    money = true,
)]
pub struct RecoverCallList {
    /// The call list's id.
    pub list_id: u64,
}

/// The response of [`RecoverCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RecoverCallListResponse {
    /// How many tasks are called again.
    pub count_recovery: Option<u64>,
}
