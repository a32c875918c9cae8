//! Service accounts.

use std::sync::{Arc, OnceLock};

use serde_json::json;
use vox_core::Role;

use super::random::Random;
use super::service_key::ServiceKey;

/// A service account. Its key pair is generated on first use: that takes time, and many tests need none. Clones share it.
#[derive(Debug, Clone)]
pub(crate) struct ServiceAccount {
    pub(crate) key_id: String,
    pub(crate) owner: u64,
    pub(crate) roles: Vec<Role>,
    #[cfg(feature = "role_system")]
    pub(crate) name: String,
    #[cfg(feature = "role_system")]
    pub(crate) description: String,
    key: Arc<OnceLock<ServiceKey>>,
}

impl ServiceAccount {
    pub(crate) fn new(owner: u64, roles: Vec<Role>) -> Self {
        Self {
            key_id: Random::default().uuid(),
            owner,
            roles,
            #[cfg(feature = "role_system")]
            name: String::new(),
            #[cfg(feature = "role_system")]
            description: String::new(),
            key: Arc::default(),
        }
    }

    /// The key pair, generated on first use.
    pub(crate) fn key(&self) -> &ServiceKey {
        self.key.get_or_init(ServiceKey::generate)
    }

    /// The key pair if it is generated. One that is not cannot have signed anything.
    pub(crate) fn generated_key(&self) -> Option<&ServiceKey> {
        self.key.get()
    }

    /// The content of the `credentials.json` that the API hands out with a new key.
    pub(crate) fn credentials_json(&self, owner_email: &str) -> String {
        let credentials = json!({
            "account_email": owner_email,
            "account_id": self.owner,
            "key_id": self.key_id,
            "private_key": self.key().private_pem(),
        });
        format!("{credentials:#}")
    }
}

/// All service accounts, in the order in which they were added.
#[derive(Debug, Clone, Default)]
pub(crate) struct ServiceAccounts(Vec<ServiceAccount>);

impl ServiceAccounts {
    pub(crate) fn add(&mut self, account: ServiceAccount) {
        self.0.push(account);
    }

    /// The service account with this key.
    pub(crate) fn with_key(&self, key_id: &str) -> Option<&ServiceAccount> {
        self.0.iter().find(|account| account.key_id == key_id)
    }
}

/// The service accounts of one account.
#[cfg(feature = "role_system")]
impl ServiceAccounts {
    pub(crate) fn of(&self, owner: u64) -> impl Iterator<Item = &ServiceAccount> {
        self.0.iter().filter(move |account| account.owner == owner)
    }

    pub(crate) fn get_mut(&mut self, owner: u64, key_id: &str) -> Option<&mut ServiceAccount> {
        self.0.iter_mut().find(|account| account.owner == owner && account.key_id == key_id)
    }

    /// Removes a service account. Returns whether there was one.
    pub(crate) fn remove(&mut self, owner: u64, key_id: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|account| account.owner != owner || account.key_id != key_id);
        self.0.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_key_is_not_printed() {
        let account = ServiceAccount::new(7, vec![Role::Payer]);
        let pem = account.key().private_pem();
        let shown = format!("{account:?}");
        assert!(shown.contains("Payer") && shown.contains("key: OnceLock(ServiceKey)"), "{shown}");
        assert!(pem.lines().all(|line| !shown.contains(line)), "{shown}");
    }
}
