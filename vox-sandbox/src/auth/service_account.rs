//! The sandbox's service account.

use std::sync::OnceLock;

use serde_json::json;
use vox_core::Role;

use super::service_key::ServiceKey;

/// A service account of the first account. Its key is made when somebody first asks for it: that takes time, and many
/// tests never do.
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

    /// The key, if it has this id. A key that nobody asked for yet cannot have signed anything.
    pub(crate) fn key_with_id(&self, id: &str) -> Option<&ServiceKey> {
        self.key.get().filter(|key| key.id == id)
    }

    /// The key, made now if nobody asked before.
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
