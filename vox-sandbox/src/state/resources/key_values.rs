//! Key-value storages.

use std::collections::BTreeMap;

use vox_core::UnixTime;

/// The key-value storages of an account: items by the id of their application and their key.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeyValues(BTreeMap<(u64, String), KeyValue>);

/// The value of an item, until it expires.
#[derive(Debug, Clone)]
pub(crate) struct KeyValue {
    pub(crate) value: String,
    pub(crate) expires_at: UnixTime,
}

impl KeyValues {
    /// Adds an item, or replaces it.
    pub(crate) fn set(&mut self, application: u64, key: String, item: KeyValue) {
        self.0.insert((application, key), item);
    }

    pub(crate) fn get(&self, application: u64, key: &str) -> Option<&KeyValue> {
        self.0.get(&(application, key.to_owned()))
    }

    pub(crate) fn remove(&mut self, application: u64, key: &str) -> Option<KeyValue> {
        self.0.remove(&(application, key.to_owned()))
    }

    /// Removes all items of an application.
    pub(crate) fn remove_application(&mut self, application: u64) {
        self.0.retain(|(owner, _), _| *owner != application);
    }

    /// Removes the items that have expired.
    pub(crate) fn remove_expired(&mut self, now: i64) {
        self.0.retain(|_, item| item.expires_at.seconds() > now);
    }

    /// The items of an application whose keys begin with this, sorted by key.
    pub(crate) fn with_prefix(
        &self,
        application: u64,
        prefix: &str,
    ) -> impl Iterator<Item = (&str, &KeyValue)> {
        let from = (application, prefix.to_owned());
        let found = self.0.range(from..).map(|((owner, key), item)| (*owner, key.as_str(), item));
        found
            .take_while(move |(owner, key, _)| *owner == application && key.starts_with(prefix))
            .map(|(_, key, item)| (key, item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(storage: &KeyValues, application: u64, prefix: &str) -> Vec<String> {
        storage.with_prefix(application, prefix).map(|(key, _)| key.to_owned()).collect()
    }

    #[test]
    fn items_are_found_by_the_beginning_of_their_keys() {
        let mut storage = KeyValues::default();
        for (application, key, seconds) in
            [(2, "b", 9), (1, "order:10", 5), (1, "order:1", 9), (1, "orders", 9), (1, "ж", 9), (1, "z", 9)]
        {
            let expires_at = UnixTime::from_seconds(seconds).unwrap();
            storage.set(application, key.into(), KeyValue { value: key.into(), expires_at });
        }
        assert_eq!(keys(&storage, 1, "order:"), ["order:1", "order:10"]);
        assert_eq!(keys(&storage, 1, ""), ["order:1", "order:10", "orders", "z", "ж"]);
        assert_eq!(keys(&storage, 1, "orderz"), [""; 0]);
        assert_eq!(keys(&storage, 2, ""), ["b"]);
        storage.remove_expired(4);
        assert_eq!(keys(&storage, 1, "order:1"), ["order:1", "order:10"]);
        storage.remove_expired(5);
        assert_eq!(keys(&storage, 1, "order:1"), ["order:1"]);
        storage.remove_application(1);
        assert_eq!((keys(&storage, 1, ""), keys(&storage, 2, "")), (vec![], vec!["b".to_owned()]));
    }
}
