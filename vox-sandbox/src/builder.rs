//! Settings of a sandbox.

use std::io;
use std::net::Ipv4Addr;

use jiff::ToSpan as _;
use tokio::net::TcpListener;
use vox_core::{Decimal, Role, Secret};

use crate::auth::ServiceAccount;
use crate::clock::{Clock, day};
use crate::sandbox::Sandbox;
use crate::shared::Shared;
use crate::state::account::Account;
use crate::state::accounts::Accounts;
use crate::state::random;
use crate::state::verification::Verification;

/// What the first account has to spend.
const FIRST_BALANCE: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);
/// The numbers that the first account rents: the first, the one of the API's documentation, is frozen.
const FIRST_PHONES: [&str; 2] = ["79993330011", "74951234567"];
/// The price of each, for a month.
const FIRST_PRICE: Decimal = Decimal::from_parts(350, 0, 0, false, 2);
/// The days for which numbers that are not frozen are paid.
const PAID_DAYS: i32 = 10;

/// Settings of a [`Sandbox`]. Made by [`Sandbox::builder`].
#[derive(Debug, Clone)]
#[must_use = "a sandbox runs after `start().await`"]
pub struct SandboxBuilder {
    account_name: String,
    roles: Vec<Role>,
    body_limit: usize,
    balance: Decimal,
    /// Numbers and prices, beside the first ones.
    phones: Vec<(String, Decimal)>,
}

impl Default for SandboxBuilder {
    fn default() -> Self {
        Self {
            account_name: "sandbox-parent".to_owned(),
            roles: vec![Role::Owner, Role::Admin, Role::Developer, Role::Accountant, Role::Payer],
            body_limit: 1 << 20,
            balance: FIRST_BALANCE,
            phones: Vec::new(),
        }
    }
}

impl SandboxBuilder {
    /// The first account's name; its e-mail address is `{name}@sandbox.example`. Default: `sandbox-parent`.
    pub fn account_name(self, name: impl Into<String>) -> Self {
        Self { account_name: name.into(), ..self }
    }

    /// The roles of the service account's key. Default: Owner, Admin, Developer, Accountant and Payer.
    pub fn roles(self, roles: impl IntoIterator<Item = Role>) -> Self {
        Self { roles: roles.into_iter().collect(), ..self }
    }

    /// The largest request body taken, in bytes; larger ones are answered with HTTP 413. Default: 1 MiB.
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { body_limit: bytes, ..self }
    }

    /// What the first account has to spend, in US dollars; below zero it has a debt. Default: 1000.
    pub fn balance(self, balance: Decimal) -> Self {
        Self { balance, ..self }
    }

    /// One more phone number that the first account rents and pays for itself (`auto_charge=false`), with its price
    /// for a month in US dollars. It is paid for the next ten days.
    ///
    /// There are two already: `79993330011`, which is frozen as it is not paid for, and `74951234567`; each for 3.50.
    pub fn phone(mut self, number: impl Into<String>, price: Decimal) -> Self {
        self.phones.push((number.into(), price));
        self
    }

    /// Binds a free port of the loopback interface and serves there in a task of the current tokio runtime.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn start(self) -> io::Result<Sandbox> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let host = listener.local_addr()?.to_string();
        let mut accounts = Accounts::default();
        let (roles, body_limit) = (self.roles.clone(), self.body_limit);
        let account = accounts.add(self.first_account()).map_err(|_| io::ErrorKind::AlreadyExists)?.clone();
        let service_account = ServiceAccount::new(account.id, roles);
        let shared = Shared::new(host, accounts, service_account, body_limit);
        Ok(Sandbox::serve(listener, shared, account))
    }

    fn first_account(self) -> Account {
        let now = Clock::default().now();
        let today = day(now);
        let email = format!("{}@sandbox.example", self.account_name);
        let mut account = Account::new(self.account_name, email, Secret::new(random::password()), now);
        account.active = true;
        account.money.fixed = self.balance;
        account.verifications = vec![Verification::in_progress(now, today)];
        let [frozen, paid] = FIRST_PHONES;
        account.add_phone(frozen.to_owned(), FIRST_PRICE, today);
        for (number, price) in [(paid.to_owned(), FIRST_PRICE)].into_iter().chain(self.phones) {
            account.add_phone(number, price, today.saturating_add(PAID_DAYS.days()));
        }
        account
    }
}
