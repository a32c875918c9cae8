//! Accounts that are added to a running sandbox.

use vox_core::{Role, Secret};

use super::new_account::NewAccount;
use crate::sandbox_error::SandboxError;
use crate::shared::Shared;
use crate::state::service_account::ServiceAccount;

/// An account that was added to a running sandbox: see [`Sandbox::add_account`](crate::Sandbox::add_account).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct AddedAccount {
    /// The id.
    pub account_id: u64,
    /// The name.
    pub account_name: String,
    /// The API key.
    pub api_key: Secret,
    /// The `credentials.json` of a service account, whose key has the roles of the sandbox's own.
    pub credentials_json: Secret,
}

/// Adds an account with a service account.
pub(crate) fn add(
    shared: &Shared,
    account: NewAccount,
    roles: Vec<Role>,
) -> Result<AddedAccount, SandboxError> {
    let mut accounts = shared.accounts.lock();
    // An account is added with all its children or not at all.
    let mut changed = accounts.clone();
    let id = account.add_to(&mut changed, None, shared.clock.now())?;
    let Some(added) = changed.get(id).cloned() else {
        return Err(SandboxError::account("", "it does not exist"));
    };
    let service_account = ServiceAccount::new(id, roles);
    changed.service_accounts.add(service_account.clone());
    *accounts = changed;
    // The key is generated while others use the accounts.
    drop(accounts);
    Ok(AddedAccount {
        account_id: id,
        account_name: added.name,
        api_key: added.api_key,
        credentials_json: service_account.credentials_json(&added.email).into(),
    })
}
