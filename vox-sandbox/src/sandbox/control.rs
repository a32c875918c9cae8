//! Control of a running sandbox.

use serde_json::Value;
use vox_core::Decimal;
use vox_core::server::ServerMethod;

use super::Sandbox;
use crate::log::ReceivedRequest;
use crate::sandbox_error::SandboxError;
use crate::setup::added_account::{self, AddedAccount};
use crate::setup::new_account::NewAccount;
use crate::setup::{change, export};

impl Sandbox {
    /// The requests of a method, as their type, oldest first, without those that do not decode. See
    /// [`requests`](Self::requests).
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use vox_accounts::prelude::*;
    /// use vox_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start().await?;
    /// GetCurrencyRate::builder().currency(["EUR".to_owned()]).send(&sandbox.client()?).await?;
    /// let received: Vec<GetCurrencyRate> = sandbox.received();
    /// assert_eq!(received[0].currency, ["EUR"]);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn received<M: ServerMethod>(&self) -> Vec<M> {
        self.requests().iter().filter_map(ReceivedRequest::decode).collect()
    }

    /// Restores the state at the start: accounts, prices, the clock, the seed, faults and custom responses. All requests are
    /// forgotten. Keys stay valid: those of the accounts at the start, and of the service accounts that the program made, with
    /// their roles.
    pub fn reset(&self) {
        self.shared().reset();
    }

    /// Sets the seed of [samples](crate#samples), and of the keys, passwords and sessions of accounts that are added later.
    pub fn set_seed(&self, seed: u64) {
        self.shared().set_seed(seed);
    }

    /// The state as a [fixture](crate#fixtures), without keys and passwords. The rules of faults have their parameters.
    #[must_use]
    pub fn state(&self) -> Value {
        export::fixture(self.shared())
    }

    /// Changes the state by a [fixture](crate#fixtures): the members of accounts that exist by name, phone numbers, prices and the
    /// clock. What the fixture leaves out stays as it is. Other accounts are added, and so are faults.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use vox_accounts::prelude::*;
    /// use vox_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start().await?;
    /// sandbox.change_state(r#"{"accounts": [{"account_name": "sandbox-parent", "balance": "0.50", "frozen": true}]}"#)?;
    /// let account = GetAccountInfo::default().send(&sandbox.client()?).await?.result;
    /// assert_eq!((account.balance, account.frozen), (Some("0.50".parse()?), Some(true)));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// The JSON is malformed or not of this format, or a value is invalid; the message has the path, or the name of the account.
    /// Nothing is changed then.
    pub fn change_state(&self, fixture: &str) -> Result<(), SandboxError> {
        change::apply(fixture, self.shared()).map_err(SandboxError::setting)
    }

    /// Sets the balance of an account, in US dollars. Returns whether there is such an account.
    pub fn set_balance(&self, account_id: u64, balance: impl Into<Decimal>) -> bool {
        let mut accounts = self.shared().accounts.lock();
        let account = accounts.get_mut(account_id);
        account.map(|account| account.money.fixed = balance.into()).is_some()
    }

    /// Adds an account that is independent of all others, with its children, and a service account of it. A test that shares a
    /// sandbox with others has its own account then.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use vox_accounts::prelude::*;
    /// use vox_sandbox::{NewAccount, Sandbox};
    ///
    /// let sandbox = Sandbox::start().await?;
    /// let account = sandbox.add_account(NewAccount::new("my-test").balance(5))?;
    /// let client = Client::builder()
    ///     .credentials(ApiKey::by_id(account.account_id, account.api_key.clone()))
    ///     .base_url(sandbox.base_url())
    ///     .build()?;
    /// assert_eq!(GetAccountInfo::default().send(&client).await?.result.balance, Some(Decimal::from(5)));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// The account is invalid, or its name or e-mail address is taken.
    ///
    /// # Panics
    /// When the system provides no random numbers.
    pub fn add_account(&self, account: NewAccount) -> Result<AddedAccount, SandboxError> {
        let roles = self.instance.service_account.roles.clone();
        added_account::add(self.shared(), account, roles)
    }
}
