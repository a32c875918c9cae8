//! Settings of a sandbox.

use std::io;
use std::net::Ipv4Addr;

use tokio::net::TcpListener;
use vox_core::{Decimal, Role, Secret};

use crate::auth::ServiceAccount;
use crate::clock::Clock;
use crate::sandbox::Sandbox;
use crate::shared::Shared;
use crate::state::account::Account;
use crate::state::accounts::Accounts;
use crate::state::random;

/// What the first account has to spend.
const FIRST_BALANCE: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);

/// Settings of a [`Sandbox`]. Made by [`Sandbox::builder`].
#[derive(Debug, Clone)]
#[must_use = "a sandbox runs after `start().await`"]
pub struct SandboxBuilder {
    account_name: String,
    roles: Vec<Role>,
    body_limit: usize,
}

impl Default for SandboxBuilder {
    fn default() -> Self {
        Self {
            account_name: "sandbox-parent".to_owned(),
            roles: vec![Role::Owner, Role::Admin, Role::Developer, Role::Accountant, Role::Payer],
            body_limit: 1 << 20,
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

    /// Binds a free port of the loopback interface and serves there in a task of the current tokio runtime.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn start(self) -> io::Result<Sandbox> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let host = listener.local_addr()?.to_string();
        let mut accounts = Accounts::default();
        let account = accounts.add(self.first_account()).map_err(|_| io::ErrorKind::AlreadyExists)?.clone();
        let service_account = ServiceAccount::new(account.id, self.roles);
        let shared = Shared::new(host, accounts, service_account, self.body_limit);
        Ok(Sandbox::serve(listener, shared, account))
    }

    fn first_account(&self) -> Account {
        let name = self.account_name.clone();
        let email = format!("{name}@sandbox.example");
        let mut account = Account::new(name, email, Secret::new(random::password()), Clock::default().now());
        account.active = true;
        account.money.fixed = FIRST_BALANCE;
        account
    }
}
