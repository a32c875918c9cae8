//! The functions that every method has.

use std::borrow::Cow;

use http::{Request, Response};

use crate::auth::Auth;
#[cfg(feature = "client")]
use crate::client::{Caller, RawResponse};
use crate::declare::{Method, Response as DeclaredResponse};
use crate::error::{Error, Violations};
use crate::request;
use crate::response::{self, Head};
#[cfg(feature = "client")]
use crate::roles::CallableBy;
use crate::text::form::FormBody;
use crate::validate::validate;
use crate::with_params::WithParams;

/// The functions that every [`Method`] has.
///
/// Those without a client do no I/O, so that any HTTP client can carry a request:
///
/// ```
/// use vox_core::prelude::*;
/// # /// Gets.
/// # #[derive(VoxMethod)]
/// # #[vox_method(name = "GetThing", response = Thing, kind = read)]
/// # struct GetThing { /// a
/// # thing_id: u64 }
/// # /// A thing.
/// # #[derive(Debug, VoxRecord)]
/// # struct Thing { /// r
/// # name: String }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let auth = Auth::new(ApiKey::by_id(1, "the key"));
/// let request = GetThing { thing_id: 7 }.to_http(&auth)?;
/// assert_eq!(request.uri(), "https://api.voximplant.com/platform_api/GetThing");
/// // .. send `request.map(bytes::Bytes::from)` with your own client ..
/// let response = http::Response::new(r#"{"name": "a thing"}"#);
/// assert_eq!(GetThing::from_http(response)?.name, "a thing");
/// # Ok(()) }
/// ```
pub trait MethodExt: Method {
    /// Checks all rules of all parameters.
    ///
    /// # Errors
    /// All violations, in the order of the parameters.
    fn validate(&self) -> Result<(), Violations> {
        validate(self)
    }

    /// The parameters as a form, without credentials and without validation.
    fn to_form(&self) -> FormBody {
        request::encode(self).finish()
    }

    /// Adds a parameter that the declaration does not know, such as one that is newer than this version.
    ///
    /// The result is a request of the same method: it is validated, encoded and sent like this one, and can be chained.
    /// [`validate`](Self::validate) rejects a name that is declared, and one of a credential that the client adds.
    ///
    /// ```
    /// use vox_core::prelude::*;
    /// # /// Gets.
    /// # #[derive(Debug, VoxMethod)]
    /// # #[vox_method(name = "GetUsers", response = Users, kind = read)]
    /// # struct GetUsers { /// a
    /// # application_id: u64 }
    /// # /// Users.
    /// # #[derive(Debug, VoxRecord)]
    /// # struct Users { /// r
    /// # result: Vec<u64> }
    ///
    /// let request = GetUsers { application_id: 7 }.with_param("with_skills", "true").with_param("order", "a;b");
    /// assert_eq!(request.to_form().as_bytes(), b"application_id=7&with_skills=true&order=a%3Bb");
    ///
    /// let violations = GetUsers { application_id: 7 }.with_param("application_id", "8").validate().unwrap_err();
    /// assert_eq!(
    ///     violations.to_string(),
    ///     "- `application_id` cannot be added by `with_param`: the request has a field for it"
    /// );
    /// ```
    #[must_use]
    fn with_param(self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> WithParams<Self> {
        WithParams::new(self, name.into(), value.into())
    }

    /// The complete HTTP request, validated and authorized, for an HTTP client of your own.
    ///
    /// # Errors
    /// All [violations](Error::violations); also if no token can be signed, or the request's `account_id` is not that of the
    /// credentials.
    fn to_http(&self, auth: &Auth) -> Result<Request<FormBody>, Error> {
        request::to_http(self, auth)
    }

    /// The typed response, decoded from an HTTP response.
    ///
    /// # Errors
    /// The API's own error, a response that is not the API's, or one that does not decode: see [`Error`].
    fn from_http<B: AsRef<[u8]>>(response: Response<B>) -> Result<Self::Response, Error> {
        let (parts, body) = response.into_parts();
        let head = Head { status: parts.status, headers: &parts.headers };
        let from_file = <Self::Response as DeclaredResponse>::FROM_FILE;
        response::receive(Self::META, head, body.as_ref(), response::decode_as::<Self::Response>, from_file)
    }

    /// Sends the request: a [`Client`](crate::Client) returns a [`Call`](crate::Call) to be awaited, a blocking client the
    /// result.
    ///
    /// The derive gives each method this function too, so only code that is generic over methods needs it from here:
    ///
    /// ```
    /// # use vox_core::{Client, Method, MethodExt};
    /// async fn send_any<M: Method>(request: &M, client: &Client) -> Option<M::Response> {
    ///     request.send(client).await.ok()
    /// }
    /// ```
    #[cfg(feature = "client")]
    #[cfg_attr(docsrs, doc(cfg(feature = "client")))]
    fn send<C: Caller + ?Sized>(&self, client: &C) -> C::Call<Self::Response>
    where
        Self: CallableBy<C::Role>,
    {
        client.run(client.client().typed_call(self))
    }

    /// Sends the request and keeps the raw response, to decode it as any type.
    ///
    /// The request is validated and the response judged as by `send`, with the same errors.
    #[cfg(feature = "client")]
    #[cfg_attr(docsrs, doc(cfg(feature = "client")))]
    fn send_raw<C: Caller + ?Sized>(&self, client: &C) -> C::Call<RawResponse>
    where
        Self: CallableBy<C::Role>,
    {
        client.run(client.client().raw_call(self))
    }
}

impl<M: Method> MethodExt for M {}
