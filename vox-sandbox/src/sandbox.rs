//! The public API: a running sandbox and its settings.

pub(crate) mod builder;
mod callback;
mod control;
mod thread;

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde_json::Value;
use vox_core::{Auth, Client, ClientBuilder, ConfigError, Role, Secret, ServiceAccount};

use self::builder::SandboxBuilder;
use self::thread::Thread;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::log::ReceivedRequest;
use crate::responses::Responses;
use crate::sandbox_error::SandboxError;
use crate::shared::Shared;
use crate::state::account::Account;
use crate::state::service_account;

/// The API in memory, over real HTTP. It runs on its own thread, independent of the runtime that starts it, and stops
/// when it is dropped.
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
/// assert_eq!(sandbox.requests()[0].method, "GetAccountInfo");
/// # Ok(()) }
/// ```
///
/// In a plain `#[test]`, with the blocking client (feature `blocking` of `vox-accounts`):
///
/// ```
/// use vox_accounts::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::start_blocking()?;
/// let client = sandbox.client_builder().build_blocking()?;
/// let info = GetAccountInfo::default().send(&client)?;
/// assert_eq!(info.result.account_id, sandbox.account_id());
/// # Ok(()) }
/// ```
pub struct Sandbox {
    instance: Instance,
    thread: Thread,
}

/// A sandbox without its thread.
struct Instance {
    shared: Arc<Shared>,
    local_addr: SocketAddr,
    /// The first account as it was at the start.
    account: Account,
    service_account: service_account::ServiceAccount,
    certificate: Option<String>,
}

impl Sandbox {
    /// Starts a sandbox with one account, on a free port of the loopback interface.
    ///
    /// # Errors
    /// No port can be bound.
    pub async fn start() -> Result<Self, SandboxError> {
        Self::builder().start().await
    }

    /// Like [`start`](Self::start), for code without `async`. It may also be called inside an async runtime.
    ///
    /// # Errors
    /// No port can be bound.
    pub fn start_blocking() -> Result<Self, SandboxError> {
        Self::builder().start_blocking()
    }

    /// Settings of a new sandbox.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    /// The address for clients on this machine: `http://127.0.0.1:PORT`, or `https://..` with TLS.
    ///
    /// A sandbox that listens on all interfaces (`0.0.0.0` or `[::]`) is reached here by the loopback address,
    /// `127.0.0.1` or `[::1]`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("{}://{}", self.shared().scheme, self.shared().host)
    }

    /// The address that it listens on.
    #[must_use]
    pub fn local_addr(&self) -> SocketAddr {
        self.instance.local_addr
    }

    /// The certificate for https in PEM, for clients to trust; `None` where the sandbox serves http.
    #[must_use]
    pub fn certificate_pem(&self) -> Option<&str> {
        self.instance.certificate.as_deref()
    }

    /// Stops the sandbox. It accepts no more connections, waits at most a second for requests in progress, then closes
    /// all connections. Dropping it does the same without waiting.
    pub async fn stop(self) {
        self.thread.stop().await;
    }

    /// Like [`stop`](Self::stop), for code without `async`.
    pub fn stop_blocking(self) {
        self.thread.stop_blocking();
    }

    fn shared(&self) -> &Shared {
        &self.instance.shared
    }

    /// The first account's id.
    #[must_use]
    pub fn account_id(&self) -> u64 {
        self.instance.account.id
    }

    /// The first account's name.
    #[must_use]
    pub fn account_name(&self) -> &str {
        &self.instance.account.name
    }

    /// The first account's e-mail address, as it was at the start.
    #[must_use]
    pub fn account_email(&self) -> &str {
        &self.instance.account.email
    }

    /// The first account's API key.
    #[must_use]
    pub fn api_key(&self) -> Secret {
        self.instance.account.api_key.clone()
    }

    /// The first account's password, as it was at the start.
    #[must_use]
    pub fn account_password(&self) -> Secret {
        self.instance.account.password.clone()
    }

    /// The id of a session of the first account, as `Logon` would give it. It does not end.
    #[must_use]
    pub fn session_id(&self) -> Secret {
        self.instance.account.session_id.clone()
    }

    /// The service account's `credentials.json`, private key included, as the API issues it. The first call generates
    /// the key, which takes up to a second.
    ///
    /// # Panics
    /// When the system provides no random numbers.
    #[must_use]
    pub fn credentials_json(&self) -> String {
        self.instance.service_account.credentials_json(&self.instance.account.email)
    }

    /// The `credentials.json` of one more service account of the first account, whose key has these roles. A
    /// [reset](Self::reset) keeps it.
    ///
    /// # Panics
    /// When the system provides no random numbers.
    #[must_use]
    pub fn add_service_account(&self, roles: impl IntoIterator<Item = Role>) -> String {
        let Account { id, email, .. } = &self.instance.account;
        let account = service_account::ServiceAccount::new(*id, roles.into_iter().collect());
        self.shared().add_service_account(account.clone());
        account.credentials_json(email)
    }

    /// The service account. It signs tokens by the sandbox's [clock](Self::clock).
    ///
    /// # Panics
    /// When the system provides no random numbers.
    #[must_use]
    pub fn service_account(&self) -> ServiceAccount {
        let clock = self.clock().clone();
        ServiceAccount::from_json(&self.credentials_json())
            .expect("a sandbox's credentials are valid")
            .with_clock(move || clock.now())
    }

    /// The [service account](Self::service_account), with this sandbox as the address: for your own HTTP client.
    ///
    /// # Panics
    /// When the system provides no random numbers, or when the sandbox serves http on an address that is not loopback: no
    /// credentials are sent there.
    #[must_use]
    pub fn auth(&self) -> Auth {
        Auth::new(self.service_account())
            .base_url(&self.base_url())
            .expect("credentials can be sent to the sandbox's address")
    }

    /// A client that calls this sandbox with the [service account](Self::service_account).
    ///
    /// It does not trust the sandbox's certificate: with TLS, give [`client_builder`](Self::client_builder) an HTTP
    /// client that does.
    ///
    /// # Errors
    /// The HTTP client cannot be set up, or the sandbox serves http on an address that is not loopback.
    ///
    /// # Panics
    /// When the system provides no random numbers.
    pub fn client(&self) -> Result<Client, ConfigError> {
        self.client_builder().build()
    }

    /// The settings of [`client`](Self::client), to change them or to build a blocking client.
    ///
    /// # Panics
    /// When the system provides no random numbers.
    pub fn client_builder(&self) -> ClientBuilder {
        Client::builder().credentials(self.service_account()).base_url(self.base_url())
    }

    /// The last requests to the API with their responses, oldest first, secrets masked. The sandbox keeps eight
    /// megabytes of them.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.shared().log.last(usize::MAX)
    }

    /// The number of HTTP requests received, those included that are not for the API.
    #[must_use]
    pub fn requests_received(&self) -> usize {
        self.shared().requests.load(Ordering::Relaxed)
    }

    /// The JSON that the platform would POST to an account's `callback_url` for a callback of this type, with the current
    /// state of the account and the correct hash; `None` if there is no such account. Each callback has another id. The
    /// sandbox does not send it: a test passes it to the code under test.
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
        let accounts = self.shared().accounts.lock();
        let account = accounts.get(account_id)?;
        let id = self.shared().callbacks.fetch_add(1, Ordering::Relaxed) + 1;
        Some(callback::body(account, id, kind, payload))
    }

    /// The faults of the next requests.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared().faults
    }

    /// The custom responses to requests.
    #[must_use]
    pub fn responses(&self) -> &Responses {
        &self.shared().responses
    }

    /// The clock of this sandbox.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared().clock
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("base_url", &self.base_url())
            .field("account_id", &self.instance.account.id)
            .finish_non_exhaustive()
    }
}
