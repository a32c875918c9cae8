//! One account.

use jiff::Timestamp;
use vox_core::Secret;

use super::money::Money;
use super::phone::Phone;
use super::plans::Plans;
use super::profile::Profile;
#[cfg(feature = "_sections")]
use super::resources::Resources;
use super::verification::Verification;
use crate::clock::day;

/// An account and everything that belongs to it.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    /// Assigned by [`Accounts::add`](super::accounts::Accounts::add).
    pub(crate) id: u64,
    pub(crate) parent: Option<u64>,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) password: Secret,
    /// If empty, assigned by [`Accounts::add`](super::accounts::Accounts::add).
    pub(crate) api_key: Secret,
    /// The id of the only session, which is always open; assigned like the key.
    pub(crate) session_id: Secret,
    pub(crate) created: Timestamp,
    pub(crate) active: bool,
    pub(crate) frozen: bool,
    pub(crate) profile: Profile,
    pub(crate) money: Money,
    pub(crate) plans: Plans,
    pub(crate) phones: Vec<Phone>,
    pub(crate) verifications: Vec<Verification>,
    #[cfg(feature = "_sections")]
    #[cfg_attr(
        not(feature = "full"),
        allow(dead_code, reason = "a section without a handler does not use it")
    )]
    pub(crate) resources: Resources,
}

impl Account {
    /// An account with the API's defaults and the free plans, without an API key yet, phone numbers and money. It is
    /// inactive and not verified.
    pub(crate) fn new(name: String, email: String, password: Secret, created: Timestamp) -> Self {
        let today = day(created);
        Self {
            id: 0,
            parent: None,
            name,
            email,
            password,
            api_key: Secret::from(""),
            session_id: Secret::from(""),
            created,
            active: false,
            frozen: false,
            profile: Profile::default(),
            money: Money::default(),
            plans: Plans::free(today),
            phones: Vec::new(),
            verifications: vec![Verification::required(today)],
            #[cfg(feature = "_sections")]
            resources: Resources::default(),
        }
    }
}
