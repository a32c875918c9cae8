//! A running sandbox.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use vox_core::{Auth, Client, ConfigError, Secret, ServiceAccount};

use crate::builder::SandboxBuilder;
use crate::calls::ReceivedCall;
use crate::clock::Clock;
use crate::server;
use crate::shared::Shared;
use crate::state::account::Account;

/// The API in memory, over real HTTP. It stops when it is dropped.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use vox_accounts::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// let sandbox = Sandbox::start().await?;
/// let client = sandbox.client()?;
/// let info = GetAccountInfo::default().send(&client).await?;
/// assert_eq!(info.result.account_name.as_deref(), Some("sandbox-parent"));
/// assert_eq!(sandbox.calls()[0].method, "GetAccountInfo");
/// # Ok(()) }
/// ```
pub struct Sandbox {
    shared: Arc<Shared>,
    /// The first account as it was made.
    account: Account,
    /// Dropped with the sandbox, which ends the serving.
    _running: oneshot::Sender<()>,
}

impl Sandbox {
    /// Starts a sandbox with one account, on a free port of the loopback interface.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Settings for a sandbox of another kind.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    pub(crate) fn serve(listener: TcpListener, shared: Shared, account: Account) -> Self {
        let shared = Arc::new(shared);
        let (running, stop) = oneshot::channel();
        tokio::spawn(server::serve(listener, Arc::clone(&shared), stop));
        Self { shared, account, _running: running }
    }

    /// Where it serves: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.shared.host)
    }

    /// The first account's id.
    #[must_use]
    pub fn account_id(&self) -> u64 {
        self.account.id
    }

    /// The first account's name.
    #[must_use]
    pub fn account_name(&self) -> &str {
        &self.account.name
    }

    /// The first account's e-mail address, as it was at the start.
    #[must_use]
    pub fn account_email(&self) -> &str {
        &self.account.email
    }

    /// The first account's API key.
    #[must_use]
    pub fn api_key(&self) -> Secret {
        self.account.api_key.clone()
    }

    /// The first account's password, as it was at the start.
    #[must_use]
    pub fn account_password(&self) -> Secret {
        self.account.password.clone()
    }

    /// The id of a session of the first account, as `Logon` would give it. It does not end.
    #[must_use]
    pub fn session_id(&self) -> Secret {
        self.account.session_id.clone()
    }

    /// A service account's `credentials.json`, private key included, as the API hands it out. The first call makes
    /// the key, which takes a moment.
    ///
    /// # Panics
    /// When the system gives no random numbers.
    #[must_use]
    pub fn credentials_json(&self) -> String {
        self.shared.service_account.credentials_json(&self.account.email)
    }

    /// The service account's credentials, with this sandbox as the address.
    ///
    /// # Panics
    /// When the system gives no random numbers.
    #[must_use]
    pub fn auth(&self) -> Auth {
        self.try_auth().expect("a sandbox's credentials and address are valid")
    }

    fn try_auth(&self) -> Result<Auth, ConfigError> {
        let account = ServiceAccount::from_json(&self.credentials_json())?;
        Auth::new(account).base_url(&self.base_url())
    }

    /// A client that calls this sandbox with the service account.
    ///
    /// # Errors
    /// When the HTTP client cannot be set up.
    ///
    /// # Panics
    /// When the system gives no random numbers.
    pub fn client(&self) -> Result<Client, ConfigError> {
        let account = ServiceAccount::from_json(&self.credentials_json())?;
        Client::builder().credentials(account).base_url(self.base_url()).build()
    }

    /// The last calls, oldest first, with secrets hidden. A few megabytes of them are kept.
    #[must_use]
    pub fn calls(&self) -> Vec<ReceivedCall> {
        self.shared.calls.all()
    }

    /// How many HTTP requests came, of any kind: none, where nothing was sent.
    #[must_use]
    pub fn requests_received(&self) -> usize {
        self.shared.requests.load(Ordering::Relaxed)
    }

    /// The clock of this sandbox, to be moved.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("base_url", &self.base_url())
            .field("account_id", &self.account.id)
            .finish_non_exhaustive()
    }
}
