//! The accounts that a request of a parent is about.

use std::collections::BTreeSet;

use vox_core::IdList;

use crate::errors::ApiError;
use crate::state::account::Account;
use crate::state::accounts::Accounts;

/// The caller, unless only children are requested, and the requested children: if only children are, all by default.
pub(super) fn requested_accounts<'a>(
    caller: u64,
    children: Option<&IdList>,
    children_only: bool,
    accounts: &'a Accounts,
) -> Result<Vec<&'a Account>, ApiError> {
    let mut requested: Vec<_> = accounts.get(caller).filter(|_| !children_only).into_iter().collect();
    match children {
        None if !children_only => {}
        None | Some(IdList::All) => requested.extend(accounts.children(caller)),
        Some(IdList::Of(ids)) => {
            for id in ids.iter().collect::<BTreeSet<_>>() {
                requested.push(accounts.child(caller, *id).ok_or(ApiError::INVALID_CHILD_ID)?);
            }
        }
    }
    Ok(requested)
}
