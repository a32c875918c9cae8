//! Sends single requests: the layer under retries, deadlines and hooks.
//!
//! A [`Client`](crate::Client) sends its requests by reqwest unless it is given another [`Transport`]
//! ([`ClientBuilder::transport`](crate::ClientBuilder::transport)): a reqwest client with other settings
//! ([`from_reqwest`]), another HTTP library, or a test double.
//!
//! ```
//! use http::Response;
//! use vox_core::prelude::*;
//! use vox_core::transport;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let double = transport::from_fn(|request| async move {
//!     assert_eq!(request.uri().path(), "/platform_api/DelUser");
//!     let form = request.into_body().into_bytes()?;
//!     assert!(form.starts_with(b"user_id=7&"));
//!     Ok(Response::new(r#"{"result": 1}"#))
//! });
//! let client = Client::builder().credentials(ApiKey::by_id(1, "the key")).transport(double).build()?;
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
//! # runtime.block_on(async move {
//! let response = client.call("DelUser", [("user_id", "7")]).await?;
//! assert_eq!(response.status(), 200);
//! # Ok(()) }) }
//! ```

mod http_client;
mod proxy;
mod request_body;
mod response_body;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use http::{Request, Response};

pub use http_client::from_reqwest;
pub use request_body::{GivenUp, RequestBody};
pub use response_body::ResponseBody;

pub use crate::error::TransportError;

pub(crate) use http_client::{HttpSettings, check_address};
pub(crate) use proxy::Proxies;
pub(crate) use request_body::BodyState;

/// The response of a transport, to be awaited. Dropping it cancels the request.
pub type ResponseFuture<'t> =
    Pin<Box<dyn Future<Output = Result<Response<ResponseBody>, TransportError>> + Send + 't>>;

/// Sends one HTTP request and returns its response.
///
/// A transport has no timeouts, except perhaps for connecting: the client enforces them and drops the future. It must not retry
/// and must not follow redirects, which would send credentials to wherever they lead. Most implementations need only [`from_fn`].
pub trait Transport: Send + Sync + 'static {
    /// Sends the request.
    ///
    /// An error is [`TransportError::not_sent`] only if it is certain that no part of the request was sent: then even a method
    /// that changes something may be retried. Any other error is [`TransportError::unknown`], into which all errors convert.
    fn send(&self, request: Request<RequestBody>) -> ResponseFuture<'_>;

    /// Whether no part of a request is ever sent before its body is taken, as with HTTP/1 in hyper. Then a request whose body
    /// was not taken when the call ends counts as not sent. `false` by default.
    fn takes_body_first(&self) -> bool {
        false
    }
}

impl<T: Transport + ?Sized> Transport for Box<T> {
    fn send(&self, request: Request<RequestBody>) -> ResponseFuture<'_> {
        (**self).send(request)
    }

    fn takes_body_first(&self) -> bool {
        (**self).takes_body_first()
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<RequestBody>) -> ResponseFuture<'_> {
        (**self).send(request)
    }

    fn takes_body_first(&self) -> bool {
        (**self).takes_body_first()
    }
}

/// A transport that calls this function for each request.
///
/// The response's body is anything that converts into [`ResponseBody`]: bytes, a `String`, a `&'static str`. To use a captured
/// value in the future, clone it first: `move |request| { let seen = seen.clone(); async move { .. } }`.
pub fn from_fn<F, Fut, B>(send: F) -> impl Transport
where
    F: Fn(Request<RequestBody>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Response<B>, TransportError>> + Send + 'static,
    B: Into<ResponseBody>,
{
    FromFn(send)
}

struct FromFn<F>(F);

impl<F, Fut, B> Transport for FromFn<F>
where
    F: Fn(Request<RequestBody>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Response<B>, TransportError>> + Send + 'static,
    B: Into<ResponseBody>,
{
    fn send(&self, request: Request<RequestBody>) -> ResponseFuture<'_> {
        let response = (self.0)(request);
        Box::pin(async move { Ok(response.await?.map(Into::into)) })
    }
}
