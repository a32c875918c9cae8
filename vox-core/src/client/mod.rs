//! The HTTP client: calls, their options and hooks, lists page by page, files and reports.

mod api_address;
mod attempt;
mod attempts;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body_stream;
mod builder;
mod call;
mod caller;
mod hook;
mod options;
mod paging;
mod raw;
mod reports;
mod retry;
mod timer;
mod trace;
mod url_request;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

pub use builder::ClientBuilder;
pub use call::Call;
pub use caller::Caller;
pub use hook::{Attempt, AttemptOutcome, CallEnd, Hook};
pub use options::CallOptions;
pub use paging::{Items, Paged, Pages};
pub use raw::RawResponse;
pub use reports::{OrderedReport, Report, ReportProgress, Waiting};
pub use retry::Retry;

use api_address::AdoptedAddress;
use attempts::PreparedCall;
use call::State;
use options::Settings;

use crate::auth::{Auth, BaseUrl, ServiceAccount};
use crate::declare::{ErasedMethod, Method};
use crate::error::{ConfigError, ErrorKind, Failure, MissingRole};
use crate::meta::{Kind, MethodMeta, Role};
use crate::request;
use crate::response::{Inspection, MethodInfo, SuccessCriteria};
use crate::roles::{AnyRole, KnownRole};
use crate::text::form::FormBody;
use crate::transport::{Proxies, Transport};

/// Calls methods of the API.
///
/// Cheap to clone; clones share connections, the cached token and the limit of requests in flight. It runs on tokio.
/// `R` is the role for checks at compile time, see [`with_role`](Client::with_role); a plain `Client` may call
/// every method, and the server decides. Its calls are awaited; those of a `blocking::Client` (feature
/// `blocking`) wait for their results.
///
/// A failed call is retried where that is safe and may help: [`Error::is_retryable`](crate::Error::is_retryable) states which
/// errors are retried, [`Retry`] limits the attempts, and [`Error::attempts`](crate::Error::attempts) returns how many were made. A
/// method that changes something is retried only if it is certain that it had no [effect](crate::Effect).
///
/// ```no_run
/// use vox_core::{Client, Role, ServiceAccount};
///
/// # fn main() -> Result<(), vox_core::ConfigError> {
/// let client = Client::builder()
///     .credentials(ServiceAccount::from_file("credentials.json")?)
///     .roles([Role::Accountant])
///     .build()?;
/// # Ok(()) }
/// ```
///
/// # Runtimes and forks
/// - A call must be awaited on a tokio runtime with time and I/O (`enable_all`). Elsewhere it panics, and nothing is
///   sent.
/// - A pooled connection belongs to the runtime that opened it, and makes no progress while that runtime is idle: a call
///   from another runtime that uses it runs into its timeout. In a program with several runtimes, build a client for
///   each; clones of a [`ClientBuilder`] have the same settings.
/// - Build a client after a fork, not before. In a forked child a blocking client fails at once, and an async client
///   shares connections with its parent.
///
/// ```no_run
/// use tokio::runtime::Builder;
/// use vox_core::{Client, ServiceAccount};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let settings = Client::builder().credentials(ServiceAccount::from_env()?);
/// for _ in 0..2 {
///     let runtime = Builder::new_current_thread().enable_all().build()?;
///     let client = settings.clone().build()?;
///     let response = runtime.block_on(client.call_read("GetPhoneNumbers", [("count", "5")]))?;
///     println!("{}", response.status());
/// }
/// # Ok(()) }
/// ```
pub struct Client<R = AnyRole> {
    core: Arc<Core>,
    // A function pointer keeps the client `Send` and `Sync` whatever `R` is.
    role: PhantomData<fn() -> R>,
}

/// The shared state and the settings of a client.
struct Core {
    shared: Arc<Shared>,
    settings: Settings,
}

/// The state that all clones share, whatever their options.
struct Shared {
    auth: Auth,
    transport: Arc<dyn Transport>,
    /// The proxies of the environment, if the transport uses them.
    proxies: Option<Proxies>,
    /// Whether plain `http` is rejected.
    https_only: bool,
    roles: Option<Box<[Role]>>,
    read_timeout: Duration,
    max_response_bytes: usize,
    in_flight: Semaphore,
    hooks: Box<[Arc<dyn Hook>]>,
    /// The address that replaces the client's own, if addresses are adopted.
    adopted: Option<AdoptedAddress>,
}

impl Client {
    /// Starts building a client. Only the credentials are required.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client for the service account whose credentials file the environment variable `VOXIMPLANT_CREDENTIALS`
    /// names, with the default settings.
    ///
    /// # Errors
    /// Those of [`ServiceAccount::from_env`] and [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().credentials(ServiceAccount::from_env()?).build()
    }
}

impl<R> Client<R> {
    /// The same client with a role that is checked at compile time: a method that the role may not call does not
    /// compile.
    ///
    /// ```no_run
    /// use vox_core::{Client, roles};
    ///
    /// # fn main() -> Result<(), vox_core::ConfigError> {
    /// let payer: Client<roles::Payer> = Client::from_env()?.with_role::<roles::Payer>();
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_role<Other: KnownRole>(&self) -> Client<Other> {
        self.retyped()
    }

    /// The same client without a role for checks at compile time, for code that takes a plain `&Client`.
    ///
    /// ```no_run
    /// use vox_core::{Client, roles};
    ///
    /// fn takes_any(client: &Client) {}
    ///
    /// # fn main() -> Result<(), vox_core::ConfigError> {
    /// let payer = Client::from_env()?.with_role::<roles::Payer>();
    /// takes_any(&payer.without_role());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn without_role(&self) -> Client {
        self.retyped()
    }

    /// The same client with other settings for its calls. It shares everything else with this client, and keeps the settings
    /// that the options do not change.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use vox_core::{CallOptions, Client, Retry};
    ///
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = Client::from_env()?;
    /// let careful = client.with(CallOptions::new().timeout(Duration::from_secs(5)).retry(Retry::never()));
    /// let response = careful.call_read("GetPhoneNumbers", [("count", "5")]).await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        let settings = self.core.settings.with(options);
        let core = Core { shared: Arc::clone(&self.core.shared), settings };
        Self { core: Arc::new(core), role: PhantomData }
    }

    /// The same client, whatever the role.
    fn retyped<Other>(&self) -> Client<Other> {
        Client { core: Arc::clone(&self.core), role: PhantomData }
    }

    /// The credentials and address, for requests made by [`to_http`](crate::MethodExt::to_http).
    #[must_use]
    pub fn auth(&self) -> &Auth {
        &self.core.shared.auth
    }

    /// Calls a method without a declaration, with the same credentials, errors and limits. Nothing is validated before it
    /// is sent, and it counts as a method that changes something: use [`call_read`](Client::call_read) for one that only
    /// reads. The client's own account credentials are left out if `params` have some, such as an `api_key`. An `account_id` alone
    /// is a parameter, which must be the account of the client's credentials if these name it by its id.
    ///
    /// The response is a success if the member `result` or `results`, or the one that [`CallOptions::success_member`] names, is
    /// present and is not false, 0 or empty, or if the response is marked as a file. Anything else is an error. Its
    /// [effect](crate::Effect) is unknown unless the API's code or the HTTP status proves that there was none.
    ///
    /// ```no_run
    /// # async fn example(client: vox_core::Client) -> Result<(), vox_core::Error> {
    /// let response = client.call("DelUser", [("user_id", "7")]).await?;
    /// let json: serde_json::Value = response.decode()?;
    /// println!("{}", json["result"]);
    /// # Ok(()) }
    /// ```
    pub fn call<N: AsRef<str>, T: AsRef<str>>(
        &self,
        method: impl Into<Cow<'static, str>>,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> Call<RawResponse> {
        self.call_undeclared(method.into(), Kind::Write, params)
    }

    /// Like [`call`](Client::call), for a method that changes nothing: it is retried even if the response was lost, and its
    /// result may be false, 0 or an empty list.
    ///
    /// ```no_run
    /// # async fn example(client: vox_core::Client) -> Result<(), vox_core::Error> {
    /// let response = client.call_read("GetPhoneNumbers", [("count", "5")]).await?;
    /// let json: serde_json::Value = response.decode()?;
    /// println!("{}", json["total_count"]);
    /// # Ok(()) }
    /// ```
    pub fn call_read<N: AsRef<str>, T: AsRef<str>>(
        &self,
        method: impl Into<Cow<'static, str>>,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> Call<RawResponse> {
        self.call_undeclared(method.into(), Kind::Read, params)
    }

    fn call_undeclared<N: AsRef<str>, T: AsRef<str>>(
        &self,
        name: Cow<'static, str>,
        kind: Kind,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> Call<RawResponse> {
        let (form, credentials) = request::undeclared_form(params, self.auth());
        let form = raw::check_name(&name).and(form).map_err(Box::<Failure>::from);
        let success = SuccessCriteria::Undeclared { member: self.core.settings.success_member.clone() };
        let method = MethodInfo { name, kind, credentials, success };
        let call =
            PreparedCall { core: Arc::clone(&self.core), method, inspection: Inspection::Full, url: None };
        Call::new(State::new(call, form), RawResponse::into_ended)
    }

    /// A call of a declared method.
    pub(crate) fn typed_call<M: Method>(&self, method: &M) -> Call<M::Response> {
        Call::new(self.prepare(method, Inspection::BeforeDecoding), RawResponse::into_response)
    }

    /// A call of a declared method, whose response is not decoded.
    pub(crate) fn raw_call(&self, method: &dyn ErasedMethod) -> Call<RawResponse> {
        Call::new(self.prepare(method, Inspection::Full), RawResponse::into_ended)
    }

    /// Prepares a call of a declared method: checks the client's roles, validates and encodes the request.
    fn prepare(&self, method: &dyn ErasedMethod, inspection: Inspection) -> State {
        let call = PreparedCall {
            core: Arc::clone(&self.core),
            method: method.meta().into(),
            inspection,
            url: None,
        };
        State::new(call, self.core.shared.form(method))
    }
}

impl Shared {
    fn form(&self, method: &dyn ErasedMethod) -> Result<FormBody, Box<Failure>> {
        self.check_role(method.meta())?;
        request::form(method, &self.auth)
    }

    /// Rejects a method that none of the client's roles may call.
    fn check_role(&self, method: &'static MethodMeta) -> Result<(), Failure> {
        match &self.roles {
            Some(held) if !method.allows(held) => {
                let required = method.roles.unwrap_or_default();
                Err(Failure::before_sending(ErrorKind::Forbidden(MissingRole {
                    required,
                    held: held.clone(),
                })))
            }
            _ => Ok(()),
        }
    }

    /// The host of the proxy that requests to this address pass through, where it is known.
    fn proxy_for(&self, address: &BaseUrl) -> Option<Box<str>> {
        self.proxies.as_ref()?.host_for(address)
    }
}

impl<R> Clone for Client<R> {
    fn clone(&self) -> Self {
        self.retyped()
    }
}

impl<R> fmt::Debug for Client<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("auth", self.auth())
            .field("proxy", &self.core.shared.proxy_for(self.auth().address()))
            .field("roles", &self.core.shared.roles)
            .field("timeout", &self.core.settings.timeout)
            .field("retry", &self.core.settings.retry)
            .field("headers", &self.core.settings.headers)
            .field("max_response_bytes", &self.core.shared.max_response_bytes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
