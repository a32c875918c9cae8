//! All accounts.

use std::collections::{BTreeMap, HashMap};

use vox_core::Secret;

use super::account::Account;
use super::random::Random;
use super::service_account::ServiceAccounts;
use crate::errors::{ApiError, ApiErrors};

/// The id of the first account; the others follow it.
const FIRST_ID: u64 = 1_000_001;

/// All accounts by id, and the ids by name and e-mail address.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_field_names, reason = "a service account is not an account")]
pub(crate) struct Accounts {
    by_id: BTreeMap<u64, Account>,
    names: HashMap<String, u64>,
    emails: HashMap<String, u64>,
    pub(crate) service_accounts: ServiceAccounts,
    random: Random,
    /// The last id of the things that accounts have.
    last_id: u64,
}

impl Accounts {
    /// No accounts yet. The source makes the secrets of those that are added.
    pub(crate) fn new(random: Random) -> Self {
        Self { random, ..Self::default() }
    }

    /// Makes later secrets the same for the same seed, the same accounts and the same things that accounts have. Existing
    /// secrets are not repeated, even if they were made with this seed.
    pub(crate) fn set_seed(&mut self, seed: u64) {
        let of_accounts = Random::seeded(seed).next() ^ self.next_id();
        self.random = Random::seeded(Random::seeded(of_accounts).next() ^ self.last_id);
    }

    fn next_id(&self) -> u64 {
        self.by_id.last_key_value().map_or(FIRST_ID, |(last, _)| last + 1)
    }

    /// An id for a thing of an account, which nothing else in the sandbox has.
    pub(crate) fn new_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// A random UUID.
    #[cfg(feature = "call_lists")]
    pub(crate) fn random_uuid(&mut self) -> String {
        self.random.uuid()
    }

    /// A password that keeps the API's rules.
    pub(crate) fn random_password(&mut self) -> Secret {
        Secret::new(self.random.password())
    }

    /// A secret that nobody can guess, as a UUID.
    #[cfg(feature = "scenarios")]
    pub(crate) fn random_token(&mut self) -> Secret {
        Secret::new(self.random.uuid())
    }

    /// Adds an account with a new id, and an API key and a session if it has none.
    pub(crate) fn add(&mut self, mut account: Account) -> Result<&Account, ApiErrors> {
        self.check_unique(&account)?;
        let id = self.next_id();
        account.id = id;
        for secret in [&mut account.api_key, &mut account.session_id] {
            if secret.expose().is_empty() {
                *secret = Secret::new(self.random.uuid());
            }
        }
        self.names.insert(account.name.clone(), id);
        self.emails.insert(email_key(&account.email), id);
        Ok(self.by_id.entry(id).or_insert(account))
    }

    fn check_unique(&self, account: &Account) -> Result<(), ApiErrors> {
        let name_taken = self.names.contains_key(&account.name);
        let email_taken = self.emails.contains_key(&email_key(&account.email));
        match (name_taken, email_taken) {
            (false, false) => Ok(()),
            (true, false) => Err(ApiError::NAME_TAKEN.into()),
            (false, true) => Err(ApiError::EMAIL_TAKEN.into()),
            (true, true) => Err(ApiErrors { first: ApiError::NAME_TAKEN, more: vec![ApiError::EMAIL_TAKEN] }),
        }
    }

    pub(crate) fn get(&self, id: u64) -> Option<&Account> {
        self.by_id.get(&id)
    }

    /// An account whose fields may be changed, except for its id, name and e-mail address.
    pub(crate) fn get_mut(&mut self, id: u64) -> Option<&mut Account> {
        self.by_id.get_mut(&id)
    }

    /// Changes the e-mail address of an account, unless another account has it.
    pub(crate) fn set_email(&mut self, id: u64, email: String) -> Result<(), ApiError> {
        let taken = self.emails.get(&email_key(&email)).is_some_and(|owner| *owner != id);
        if taken {
            return Err(ApiError::EMAIL_TAKEN);
        }
        if let Some(account) = self.by_id.get_mut(&id) {
            self.emails.remove(&email_key(&account.email));
            self.emails.insert(email_key(&email), id);
            account.email = email;
        }
        Ok(())
    }

    pub(crate) fn with_name(&self, name: &str) -> Option<&Account> {
        self.get(*self.names.get(name)?)
    }

    pub(crate) fn with_email(&self, email: &str) -> Option<&Account> {
        self.get(*self.emails.get(&email_key(email))?)
    }

    /// The parent's child with this id.
    pub(crate) fn child(&self, parent: u64, id: u64) -> Option<&Account> {
        self.get(id).filter(|account| account.parent == Some(parent))
    }

    /// All accounts, sorted by id.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Account> {
        self.by_id.values()
    }

    /// The children of an account, sorted by id.
    pub(crate) fn children(&self, parent: u64) -> impl Iterator<Item = &Account> {
        self.by_id.values().filter(move |account| account.parent == Some(parent))
    }
}

/// Addresses are equal without regard to case.
pub(crate) fn email_key(email: &str) -> String {
    email.to_lowercase()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Secret;

    use super::*;

    fn account(name: &str, email: &str, parent: Option<u64>) -> Account {
        let (name, email) = (name.to_owned(), email.to_owned());
        Account { parent, ..Account::new(name, email, Secret::from("Str0ng!pass"), Timestamp::UNIX_EPOCH) }
    }

    fn codes(errors: &ApiErrors) -> Vec<u32> {
        errors.iter().map(|error| error.code).collect()
    }

    #[test]
    fn names_and_addresses_are_unique() {
        let mut accounts = Accounts::default();
        let parent = accounts.add(account("parent", "p@example.com", None)).unwrap().id;
        let cases = [
            ("parent", "c@example.com", vec![106]),
            ("child", "P@Example.com", vec![128]),
            ("parent", "p@example.com", vec![106, 128]),
        ];
        for (name, email, expected) in cases {
            assert_eq!(codes(&accounts.add(account(name, email, Some(parent))).unwrap_err()), expected);
        }
        assert_eq!(accounts.children(parent).count(), 0);
    }

    #[test]
    fn children_belong_to_their_parent_only() {
        let mut accounts = Accounts::default();
        let one = accounts.add(account("one", "1@example.com", None)).unwrap().id;
        let two = accounts.add(account("two", "2@example.com", None)).unwrap().id;
        let child = accounts.add(account("child", "3@example.com", Some(one))).unwrap().id;
        assert_eq!(accounts.child(one, child).unwrap().name, "child");
        assert!(accounts.child(two, child).is_none());
        assert!(accounts.child(one, two).is_none());
        assert_eq!(accounts.with_name("child").unwrap().id, child);
        assert_eq!(accounts.with_email("3@EXAMPLE.com").unwrap().id, child);
        assert!(accounts.with_name("nobody").is_none());
    }

    #[test]
    fn a_former_address_is_free() {
        let mut accounts = Accounts::default();
        let one = accounts.add(account("one", "1@example.com", None)).unwrap().id;
        let two = accounts.add(account("two", "2@example.com", None)).unwrap().id;
        assert_eq!(accounts.set_email(two, "1@EXAMPLE.com".into()), Err(ApiError::EMAIL_TAKEN));
        accounts.set_email(one, "1@Example.com".into()).unwrap();
        assert_eq!(accounts.get(one).unwrap().email, "1@Example.com");
        accounts.set_email(one, "new@example.com".into()).unwrap();
        accounts.set_email(two, "1@example.com".into()).unwrap();
        assert_eq!(accounts.with_email("1@example.com").unwrap().id, two);
        assert_eq!(accounts.with_email("new@example.com").unwrap().id, one);
    }

    #[test]
    fn a_seed_makes_later_keys_the_same_and_repeats_none() {
        let keys = || {
            let mut accounts = Accounts::new(Random::seeded(7));
            accounts.add(account("one", "1@example.com", None)).unwrap();
            for (name, email) in [("two", "2@example.com"), ("three", "3@example.com")] {
                accounts.set_seed(7);
                accounts.add(account(name, email, None)).unwrap();
            }
            accounts.iter().map(|account| account.api_key.expose().to_owned()).collect::<Vec<_>>()
        };
        let made = keys();
        assert_eq!(made, keys());
        assert!(made[0] != made[1] && made[1] != made[2] && made[0] != made[2], "{made:?}");
    }

    #[test]
    fn a_seed_that_is_set_again_repeats_no_password() {
        let passwords = || {
            let mut accounts = Accounts::default();
            [(); 3].map(|()| {
                accounts.set_seed(7);
                accounts.new_id();
                accounts.random_password().expose().to_owned()
            })
        };
        let made = passwords();
        assert_eq!(made, passwords());
        assert!(made[0] != made[1] && made[1] != made[2] && made[0] != made[2], "{made:?}");
    }

    #[test]
    fn each_new_account_has_another_key() {
        let mut accounts = Accounts::default();
        for (name, email) in [("one", "1@example.com"), ("two", "2@example.com")] {
            accounts.add(account(name, email, None)).unwrap();
        }
        let keyed = Account { api_key: Secret::from("k"), ..account("three", "3@example.com", None) };
        accounts.add(keyed).unwrap();
        let keys: Vec<_> = accounts.iter().map(|account| account.api_key.expose()).collect();
        assert!(keys[0] != keys[1] && keys[0].len() == 36 && keys[2] == "k");
        assert!(!format!("{:?}", accounts.with_name("one")).contains(keys[0]));
    }
}
