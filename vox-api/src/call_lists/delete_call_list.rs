//! `DeleteCallList`: deletes a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `DeleteCallList` of the API's section CallLists.

use vox_core::prelude::*;

/// Deletes a call list.
///
/// The sources differ on the parameters: the id of the list or that of the account, or both. Give the id of the list:
/// [`CallListToDelete::Id`]. Credentials by the account's id send that one as well.
///
/// ```
/// use vox_api::call_lists::{CallListToDelete, DeleteCallList};
/// use vox_api::prelude::*;
///
/// let request = DeleteCallList { list: CallListToDelete::Id(42) };
/// assert_eq!(request.to_form().as_bytes(), b"list_id=42");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DeleteCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = DeleteCallListResponse,
    kind = write,
    ack = truthy,
)]
pub struct DeleteCallList {
    /// The call list.
    #[param(one_of)]
    pub list: CallListToDelete,
}

/// The call list that is deleted.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "list")]
pub enum CallListToDelete {
    /// By id.
    Id(u64),
    /// By the account's id. Sources offer it as an alternative, but none states which list of the account is deleted.
    #[param(name = "account_id")]
    Account(u64),
}

/// The response of [`DeleteCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct DeleteCallListResponse {
    /// A message about the result.
    pub msg: Option<String>,
}
