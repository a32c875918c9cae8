//! The HTTP client.

mod api_address;
mod attempt;
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod call;
mod exchange;
mod hook;
pub mod mode;
mod options;
mod outgoing;
mod paging;
mod proxy;
mod raw;
mod retry;
mod trace;
mod watch;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

pub use builder::ClientBuilder;
pub use call::Call;
pub use hook::{Attempt, CallEnd, Hook, Outcome};
pub use options::CallOptions;
pub use paging::{Items, Paged, Pages};
pub use raw::RawResponse;
pub use retry::Retry;

use api_address::Adopted;
use call::State;
use exchange::Exchange;
use mode::{Async, Mode};
use options::Settings;
use proxy::Proxies;

use crate::auth::BaseUrl;
use crate::call_method::{CallMethod, Success};
use crate::error::{ErrorKind, Failure, MissingRole};
use crate::request::Request;
use crate::response::Depth;
use crate::roles::{AnyRole, KnownRole};
use crate::{Auth, CallableBy, ConfigError, FormBody, Kind, Method, MethodMeta, Role, ServiceAccount};

/// Calls methods of the API.
///
/// Cheap to clone; clones share connections, the cached token and the limit of requests in flight. It runs on tokio.
/// `R` is the role for checks at compile time, see [`with_role`](Client::with_role); a plain `Client` may call
/// everything and leaves the decision to the server. `M` is the [mode](crate::mode::Mode): a plain `Client` gives calls
/// to be awaited, a `blocking::Client` (feature `blocking`) waits itself.
///
/// A failed call is retried where that is safe and may help: [`Error::is_retryable`](crate::Error::is_retryable) says when,
/// [`Retry`] how often, and [`Error::attempts`](crate::Error::attempts) how often it was. A method that changes something is
/// retried only where its [effect](crate::Effect) is certainly none.
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
/// - A kept connection belongs to the runtime that made it, and makes no progress while that runtime is idle: a call
///   from another runtime that uses it runs into its timeout. In a program with several runtimes, build a client for
///   each; clones of a [`ClientBuilder`] have the same settings.
/// - Build a client after a fork, not before. In a forked child a blocking client fails at once, and a client that is
///   awaited shares connections with its parent.
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
pub struct Client<R = AnyRole, M: Mode = Async> {
    core: Arc<Core>,
    mode: M,
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
    http: reqwest::Client,
    /// The proxies that `http` uses, unless it is the caller's own or for loopback.
    proxies: Option<Proxies>,
    /// Whether `http` certainly speaks only HTTP/1.
    speaks_http1: bool,
    /// Whether `http` may only be used with TLS.
    https_only: bool,
    roles: Option<Box<[Role]>>,
    /// That of `http`, where it is known.
    connect_timeout: Option<Duration>,
    read_timeout: Duration,
    max_response_bytes: usize,
    in_flight: Semaphore,
    hooks: Box<[Arc<dyn Hook>]>,
    /// `Some` if addresses are adopted.
    adopted: Option<Adopted>,
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
    /// As [`ServiceAccount::from_env`] and [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().credentials(ServiceAccount::from_env()?).build()
    }

    /// As [`from_env`](Client::from_env), for a client that waits.
    ///
    /// # Errors
    /// As [`ServiceAccount::from_env`] and [`ClientBuilder::build_blocking`].
    #[cfg(feature = "blocking")]
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    pub fn from_env_blocking() -> Result<blocking::Client, ConfigError> {
        Self::builder().credentials(ServiceAccount::from_env()?).build_blocking()
    }
}

impl<R, M: Mode> Client<R, M> {
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
    pub fn with_role<Other: KnownRole>(&self) -> Client<Other, M> {
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
    pub fn without_role(&self) -> Client<AnyRole, M> {
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
        Self { core: Arc::new(core), mode: self.mode.clone(), role: PhantomData }
    }

    /// The same client, whatever the role.
    fn retyped<Other>(&self) -> Client<Other, M> {
        Client { core: Arc::clone(&self.core), mode: self.mode.clone(), role: PhantomData }
    }

    /// The credentials and address, for requests made by [`Method::to_http`].
    #[must_use]
    pub fn auth(&self) -> &Auth {
        &self.core.shared.auth
    }

    /// Prepares a call: validates the request, checks the client's roles and encodes the form. Nothing is sent before the call
    /// is awaited (a blocking client sends it at once), and a request that is invalid is never sent.
    pub fn call_method<P>(&self, method: &P) -> M::Call<P::Response>
    where
        P: Method + CallableBy<R>,
    {
        self.mode.run(Call::new(self.core.prepare(method, Depth::BeforeDecoding), RawResponse::into_response))
    }

    /// As [`call_method`](Client::call_method), but the response is kept as it came. See [`Method::send_raw`].
    pub fn call_method_raw<P>(&self, method: &P) -> M::Call<RawResponse>
    where
        P: Method + CallableBy<R>,
    {
        self.mode.run(Call::new(self.core.prepare(method, Depth::Whole), RawResponse::into_ended))
    }

    /// Calls a method without a declaration, with the same credentials, errors and limits. Nothing is validated before it
    /// is sent, and it counts as a method that changes something: use [`call_read`](Client::call_read) for one that only
    /// reads. The client's own account credentials are left out where `params` name an account or a key themselves.
    ///
    /// The response is a success where it has a member `result` or `results` that is more than false, 0 or empty, or the
    /// member that [`CallOptions::success_member`] names, or if it is marked as a file. Anything else is an error. Its
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
    ) -> M::Call<RawResponse> {
        self.call_undeclared(method.into(), Kind::Write, params)
    }

    /// As [`call`](Client::call), for a method that changes nothing: it is retried also where a response is lost, and its
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
    ) -> M::Call<RawResponse> {
        self.call_undeclared(method.into(), Kind::Read, params)
    }

    fn call_undeclared<N: AsRef<str>, T: AsRef<str>>(
        &self,
        name: Cow<'static, str>,
        kind: Kind,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> M::Call<RawResponse> {
        let (form, credentials) = crate::http::undeclared_form(params, self.auth());
        let form = raw::name_is_plain(&name).map(|()| form).map_err(Failure::from);
        let success = Success::Undeclared { member: self.core.settings.success_member.clone() };
        let method = CallMethod { name, kind, credentials, success };
        let exchange = Exchange { core: Arc::clone(&self.core), method, depth: Depth::Whole };
        self.mode.run(Call::new(State::new(exchange, form), RawResponse::into_ended))
    }
}

impl Core {
    /// A call of a declared method; the same code for all of them.
    fn prepare(self: &Arc<Self>, method: &dyn Request, depth: Depth) -> State {
        let exchange = Exchange { core: Arc::clone(self), method: method.meta().into(), depth };
        State::new(exchange, self.form(method))
    }

    fn form(&self, method: &dyn Request) -> Result<FormBody, Failure> {
        self.shared.permit(method.meta())?;
        crate::http::form(method, &self.shared.auth)
    }
}

impl Shared {
    /// Rejects a method that none of the client's roles may call.
    fn permit(&self, method: &'static MethodMeta) -> Result<(), Failure> {
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

impl<R, M: Mode> Clone for Client<R, M> {
    fn clone(&self) -> Self {
        self.retyped()
    }
}

impl<R, M: Mode> fmt::Debug for Client<R, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("auth", self.auth())
            .field("proxy", &self.core.shared.proxy_for(self.auth().address()))
            .field("mode", &self.mode)
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
