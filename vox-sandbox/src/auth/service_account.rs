//! Service accounts.

use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use serde_json::json;
use vox_core::Role;

use super::service_key::ServiceKey;

/// A service account. Its key is generated on first use: that takes time, and many tests need
/// none.
pub(crate) struct ServiceAccount {
    owner: u64,
    roles: Vec<Role>,
    key: OnceLock<ServiceKey>,
}

impl ServiceAccount {
    pub(crate) fn new(owner: u64, roles: Vec<Role>) -> Self {
        Self { owner, roles, key: OnceLock::new() }
    }

    pub(crate) fn owner(&self) -> u64 {
        self.owner
    }

    pub(crate) fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The key, if it has this id. A key that is not generated yet cannot have signed anything.
    pub(crate) fn key_with_id(&self, id: &str) -> Option<&ServiceKey> {
        self.key.get().filter(|key| key.id == id)
    }

    /// The key, generated on first use.
    pub(crate) fn key(&self) -> &ServiceKey {
        self.key.get_or_init(ServiceKey::generate)
    }

    /// The content of the `credentials.json` that the API hands out with a new key.
    pub(crate) fn credentials_json(&self, owner_email: &str) -> String {
        let key = self.key();
        let credentials = json!({
            "account_email": owner_email,
            "account_id": self.owner,
            "key_id": key.id,
            "private_key": key.private_pem(),
        });
        format!("{credentials:#}")
    }
}

/// All service accounts.
#[derive(Default)]
pub(crate) struct ServiceAccounts(RwLock<Vec<Arc<ServiceAccount>>>);

impl ServiceAccounts {
    pub(crate) fn add(&self, account: ServiceAccount) -> Arc<ServiceAccount> {
        let account = Arc::new(account);
        self.0.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&account));
        account
    }

    /// Removes those whose owner is not one of these accounts.
    pub(crate) fn retain_of(&self, is_owner: impl Fn(u64) -> bool) {
        let mut accounts = self.0.write().unwrap_or_else(PoisonError::into_inner);
        accounts.retain(|account| is_owner(account.owner));
    }

    /// The service account with this key.
    pub(super) fn with_key(&self, id: &str) -> Option<Arc<ServiceAccount>> {
        let accounts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        accounts.iter().find(|account| account.key_with_id(id).is_some()).cloned()
    }

    /// The only one there is.
    #[cfg(test)]
    pub(super) fn only(&self) -> Arc<ServiceAccount> {
        let accounts = self.0.read().unwrap();
        assert_eq!(accounts.len(), 1);
        Arc::clone(&accounts[0])
    }
}
