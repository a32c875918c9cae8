//! Things with ids.

use std::collections::BTreeMap;

/// Things by id, sorted by it, which is the order in which they were added.
#[derive(Debug, Clone)]
pub(crate) struct Table<T>(BTreeMap<u64, T>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Table<T> {
    /// Adds a thing with an id of [`Accounts::new_id`](super::accounts::Accounts::new_id).
    pub(crate) fn insert(&mut self, id: u64, item: T) {
        self.0.insert(id, item);
    }

    pub(crate) fn remove(&mut self, id: u64) -> Option<T> {
        self.0.remove(&id)
    }

    pub(crate) fn get(&self, id: u64) -> Option<&T> {
        self.0.get(&id)
    }

    pub(crate) fn get_mut(&mut self, id: u64) -> Option<&mut T> {
        self.0.get_mut(&id)
    }

    /// Removes what does not meet the condition.
    pub(crate) fn retain(&mut self, condition: impl Fn(u64, &T) -> bool) {
        self.0.retain(|id, item| condition(*id, item));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &T)> {
        self.0.iter().map(|(id, item)| (*id, item))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (u64, &mut T)> {
        self.0.iter_mut().map(|(id, item)| (*id, item))
    }

    /// The first that meets the condition, with its id.
    pub(crate) fn find(&self, condition: impl Fn(&T) -> bool) -> Option<(u64, &T)> {
        self.iter().find(|(_, item)| condition(item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_found_by_id_in_their_order() {
        let mut table = Table::default();
        for (id, name) in [(3, "c"), (1, "a"), (2, "b")] {
            table.insert(id, name);
        }
        assert!(table.iter().map(|(_, name)| *name).eq(["a", "b", "c"]));
        assert_eq!(table.find(|name| *name > "a"), Some((2, &"b")));
        assert_eq!(table.remove(2), Some("b"));
        assert_eq!((table.get(2), table.get(3)), (None, Some(&"c")));
        table.retain(|id, name| id == 1 && *name == "a");
        assert_eq!(table.iter().count(), 1);
    }
}
