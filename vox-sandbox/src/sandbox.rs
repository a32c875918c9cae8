//! A running sandbox.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use vox_core::{Auth, Client, ConfigError, Role, Secret, ServiceAccount};

use crate::auth;
use crate::builder::SandboxBuilder;
use crate::callback;
use crate::calls::ReceivedCall;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::server::{self, Security};
use crate::shared::Shared;
use crate::start_error::StartError;
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
    service_account: Arc<auth::ServiceAccount>,
    certificate: Option<String>,
    /// Dropped with the sandbox, which ends the serving.
    running: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Sandbox {
    /// Starts a sandbox with one account, on a free port of the loopback interface.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Settings for a sandbox of another kind.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    pub(crate) fn serve(
        listener: TcpListener,
        security: Security,
        certificate: Option<String>,
        shared: Shared,
        account: Account,
        service_account: Arc<auth::ServiceAccount>,
    ) -> Self {
        let shared = Arc::new(shared);
        let (running, stop) = oneshot::channel();
        let served = tokio::spawn(server::serve(listener, security, Arc::clone(&shared), stop));
        Self { shared, account, service_account, certificate, running, served }
    }

    /// Where it serves: `http://127.0.0.1:PORT`, or `https://..` with TLS.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("{}://{}", self.shared.scheme, self.shared.host)
    }

    /// The certificate it serves https with, in PEM, for clients to trust; `None` where it serves http.
    #[must_use]
    pub fn certificate_pem(&self) -> Option<&str> {
        self.certificate.as_deref()
    }

    /// Stops it and waits until requests that have begun are answered. Dropping it stops it too, without waiting.
    pub async fn stop(self) {
        drop(self.running);
        let _ = self.served.await;
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
        self.service_account.credentials_json(&self.account.email)
    }

    /// The `credentials.json` of one more service account of the first account, whose key has these roles.
    ///
    /// # Panics
    /// When the system gives no random numbers.
    #[must_use]
    pub fn add_service_account(&self, roles: impl IntoIterator<Item = Role>) -> String {
        let account = auth::ServiceAccount::new(self.account.id, roles.into_iter().collect());
        self.shared.service_accounts.add(account).credentials_json(&self.account.email)
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
    /// It trusts no certificate that it does not know: with TLS, make one of your own that does.
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

    /// The last calls with their answers, oldest first, with secrets hidden. Eight megabytes of them are kept.
    #[must_use]
    pub fn calls(&self) -> Vec<ReceivedCall> {
        self.shared.calls.all()
    }

    /// How many HTTP requests came, of any kind: none, where nothing was sent.
    #[must_use]
    pub fn requests_received(&self) -> usize {
        self.shared.requests.load(Ordering::Relaxed)
    }

    /// The JSON that the platform would POST to an account's `callback_url` for a callback of this type, with the account
    /// as it is now and a hash that is right; `None` where there is no such account. Each has an id of its own. The sandbox
    /// sends it nowhere: a test gives it to what it tests.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use serde_json::json;
    /// use vox_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start().await?;
    /// let payload = json!({"is_min_credit": false, "is_repeated": false});
    /// let body = sandbox.callback(sandbox.account_id(), "min_balance", payload);
    /// assert!(body.is_some_and(|json| json.starts_with(r#"{"callbacks":[{"#)));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn callback(&self, account_id: u64, kind: &str, payload: Value) -> Option<String> {
        let accounts = self.shared.accounts.lock();
        let account = accounts.get(account_id)?;
        let id = self.shared.callbacks.fetch_add(1, Ordering::Relaxed) + 1;
        Some(callback::body(account, id, kind, payload))
    }

    /// The faults that the next calls meet, to be injected.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
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
