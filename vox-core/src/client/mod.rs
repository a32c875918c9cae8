//! The HTTP client.

mod builder;
mod call;
mod paging;
mod raw;
mod transport;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

pub use builder::ClientBuilder;
pub use call::Call;
pub use paging::{Items, Paged, Pages};
pub use raw::RawAnswer;

use crate::called::Called;
use crate::error::Forbidden;
use crate::roles::{AnyRole, KnownRole};
use crate::{Auth, CallableBy, ConfigError, Error, FormBody, Method, MethodMeta, Role, ServiceAccount};

/// Calls methods of the API.
///
/// Cheap to clone; clones share connections and the cached token. It runs on tokio. `R` is the role for checks at
/// compile time, see [`with_role`](Client::with_role); a plain `Client` may call everything and leaves the decision
/// to the server.
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
pub struct Client<R = AnyRole> {
    core: Arc<Core>,
    // A function pointer keeps the client `Send` and `Sync` whatever `R` is.
    role: PhantomData<fn() -> R>,
}

/// What all clones share.
struct Core {
    auth: Auth,
    http: reqwest::Client,
    roles: Option<Box<[Role]>>,
    timeout: Duration,
    max_response_bytes: usize,
}

impl Client {
    /// Begins a client; only the credentials have no default.
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

    /// The same client, whatever the role.
    fn retyped<Other>(&self) -> Client<Other> {
        Client { core: Arc::clone(&self.core), role: PhantomData }
    }

    /// The credentials and address, for requests made by [`Method::to_http`].
    #[must_use]
    pub fn auth(&self) -> &Auth {
        &self.core.auth
    }

    /// Prepares a call: validates the request, checks the client's roles and encodes the form. Nothing is sent
    /// before the call is awaited, and a request that is refused here is never sent.
    pub fn call_method<M>(&self, method: &M) -> Call<M::Response>
    where
        M: Method + CallableBy<R>,
    {
        self.prepared(M::META.into(), self.form(method), RawAnswer::into_response)
    }

    /// As [`call_method`](Client::call_method), but the answer is kept as it came. See [`Method::send_raw`].
    pub fn call_method_raw<M>(&self, method: &M) -> Call<RawAnswer>
    where
        M: Method + CallableBy<R>,
    {
        self.prepared(M::META.into(), self.form(method), RawAnswer::into_checked)
    }

    /// Calls a method that nobody has declared yet, with the same credentials, errors and limits. Nothing is checked
    /// before it is sent, and it counts as a method that changes something. An API key is left out where `params`
    /// name an account or a key themselves.
    ///
    /// ```no_run
    /// # async fn example(client: vox_core::Client) -> Result<(), vox_core::Error> {
    /// let answer = client.call("GetPhoneNumbers", [("count", "5")]).await?;
    /// let json: serde_json::Value = answer.decode()?;
    /// println!("{}", json["total_count"]);
    /// # Ok(()) }
    /// ```
    pub fn call<N: AsRef<str>, T: AsRef<str>>(
        &self,
        method: &'static str,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> Call<RawAnswer> {
        let method = Called::undeclared(method);
        let form =
            raw::name_is_plain(method.name).map(|()| crate::http::undeclared_form(params, &self.core.auth));
        self.prepared(method, form, RawAnswer::into_checked)
    }

    fn form<M: Method>(&self, method: &M) -> Result<FormBody, Error> {
        self.core.permit(M::META)?;
        crate::http::form(method, &self.core.auth)
    }

    fn prepared<T>(
        &self,
        method: Called,
        form: Result<FormBody, Error>,
        finish: fn(RawAnswer) -> Result<T, Error>,
    ) -> Call<T> {
        Call::new(Arc::clone(&self.core), method, form, finish)
    }
}

impl Core {
    /// Refuses a method that none of the client's roles may call.
    fn permit(&self, method: &'static MethodMeta) -> Result<(), Error> {
        match &self.roles {
            Some(held) if !method.allows(held) => {
                Err(Error::Forbidden(Box::new(Forbidden { method, held: held.clone() })))
            }
            _ => Ok(()),
        }
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
            .field("auth", &self.core.auth)
            .field("roles", &self.core.roles)
            .field("timeout", &self.core.timeout)
            .field("max_response_bytes", &self.core.max_response_bytes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
