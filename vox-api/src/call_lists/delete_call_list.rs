//! The method `DeleteCallList`.

use vox_core::prelude::*;

/// Deletes a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DeleteCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = DeleteCallListResponse,
    kind = write,
    ack = truthy,
)]
pub struct DeleteCallList {
    /// A call list.
    #[param(one_of)]
    pub list: DeletedCallList,
}

/// The response of [`DeleteCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct DeleteCallListResponse {
    /// The message.
    pub msg: Option<String>,
}

/// A call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "list")]
pub enum DeletedCallList {
    /// By the account.
    #[param(name = "account_id")]
    Account(u64),
    /// By id.
    Id(u64),
}
