//! One account.

use jiff::Timestamp;
use vox_core::{Decimal, Secret};

use super::random;

/// An account and its settings.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    /// Given by [`Accounts::add`](super::accounts::Accounts::add).
    pub(crate) id: u64,
    pub(crate) parent: Option<u64>,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) password: Secret,
    pub(crate) api_key: Secret,
    pub(crate) created: Timestamp,
    pub(crate) active: bool,
    pub(crate) frozen: bool,
    pub(crate) money: Money,
    pub(crate) notifications: Notifications,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) custom_data: Option<String>,
    pub(crate) language_code: String,
    pub(crate) location: String,
    pub(crate) record_storage_id: Option<u64>,
    pub(crate) record_storage_name: Option<String>,
}

/// An account's money.
#[derive(Debug, Clone)]
pub(crate) struct Money {
    pub(crate) currency: String,
    /// What was paid in and not yet spent.
    pub(crate) fixed: Decimal,
    /// The part of it that running calls have reserved.
    pub(crate) on_hold: Decimal,
    pub(crate) credit_limit: Decimal,
    pub(crate) min_balance_to_notify: Option<Decimal>,
}

impl Money {
    /// What can be spent now.
    pub(crate) fn live(&self) -> Decimal {
        self.fixed.saturating_sub(self.on_hold)
    }
}

/// What the account's owner is told by e-mail.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notifications {
    pub(crate) account: bool,
    pub(crate) tariff_changing: bool,
    pub(crate) news: bool,
}

impl Account {
    /// An account with the API's defaults, a new API key and no money; it is not active.
    pub(crate) fn new(name: String, email: String, password: Secret, created: Timestamp) -> Self {
        Self {
            id: 0,
            parent: None,
            name,
            email,
            password,
            api_key: Secret::new(random::uuid()),
            created,
            active: false,
            frozen: false,
            money: Money {
                currency: "USD".to_owned(),
                fixed: Decimal::ZERO,
                on_hold: Decimal::ZERO,
                credit_limit: Decimal::ZERO,
                min_balance_to_notify: None,
            },
            notifications: Notifications::default(),
            first_name: None,
            last_name: None,
            custom_data: None,
            language_code: "en".to_owned(),
            location: "Etc/GMT".to_owned(),
            record_storage_id: None,
            record_storage_name: None,
        }
    }
}
