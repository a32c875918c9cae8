//! The transport by reqwest.

use std::error::Error as StdError;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use http::uri::Authority;
use http::{Request, Response, Uri};
use reqwest::Url;
use reqwest::redirect::Policy;

use super::{RequestBody, ResponseBody, ResponseFuture, Transport};
use crate::auth::BaseUrl;
use crate::error::{ConfigError, Timeout, TimeoutKind, TransportError, root_cause};

/// Shorter than servers and load balancers usually keep an idle connection (60 seconds and more): a request on a
/// connection that is just being closed is lost, and a write cannot be retried then.
const IDLE_TIMEOUT: Duration = Duration::from_secs(30);
const USER_AGENT: &str = concat!("vox/", env!("CARGO_PKG_VERSION"));
/// Whether this crate's features bring TLS. Another crate may enable it in reqwest, but not every build has that crate.
const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));

/// A transport that sends by this reqwest client, for proxies, certificates or DNS.
///
/// Switch its redirects off (`reqwest::redirect::Policy::none()`): following one would send credentials to
/// wherever the redirect leads. Other differences from the client that vox makes:
///
/// - It may speak HTTP/2, where it is unknown whether a request was begun. So only a failed connection counts as
///   "not sent"; a timeout before the connection is made counts as "no response".
/// - Its idle connections are kept as long as it likes; 30 seconds (`pool_idle_timeout`) is a good value.
/// - Its proxies are its own. `HTTPS_PROXY` and `ALL_PROXY` are not checked: reqwest ignores a value that is not a URL
///   and connects directly.
/// - For a loopback base URL by `http` it uses the proxy of `HTTP_PROXY` or `ALL_PROXY` if one is set: the proxy
///   gets the credentials in plain text. Call `no_proxy()` on its builder for such a base URL.
///
/// ```
/// use std::time::Duration;
/// use vox_core::{ApiKey, Client, transport};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let http = reqwest::Client::builder()
///     .redirect(reqwest::redirect::Policy::none())
///     .connect_timeout(Duration::from_secs(5))
///     .pool_idle_timeout(Duration::from_secs(30))
///     .no_proxy()
///     .build()?;
/// let client = Client::builder()
///     .credentials(ApiKey::by_id(1, "the key"))
///     .base_url("http://127.0.0.1:8080")
///     .transport(transport::from_reqwest(http))
///     .build()?;
/// # Ok(()) }
/// ```
///
/// The timeouts of the client begin when the transport is called. It must be called in a Tokio runtime if there are any; vox
/// does so.
#[must_use]
pub fn from_reqwest(client: reqwest::Client) -> impl Transport {
    HttpClient { client, connect_timeout: None, is_http1: false, address: OnceLock::new() }
}

/// Settings of the transport that a client makes itself.
pub(crate) struct HttpSettings {
    pub(crate) connect_timeout: Duration,
}

impl HttpSettings {
    /// The transport for this address.
    pub(crate) fn build(&self, address: &BaseUrl) -> Result<HttpClient, ConfigError> {
        if !HAS_TLS && !address.is_plain() {
            return Err(ConfigError::new(
                "an https address needs TLS: enable the feature `rustls` or `native-tls`, or set `transport`",
            ));
        }
        let made = |client| HttpClient {
            client,
            connect_timeout: Some(self.connect_timeout),
            is_http1: true,
            address: OnceLock::new(),
        };
        let error = match self.reqwest(address).build() {
            Ok(client) => return Ok(made(client)),
            Err(error) => error.without_url(),
        };
        // Usually the system has no CA certificates, as in a minimal container. Plain `http` needs none.
        let message = match without_roots(self.reqwest(address)).build() {
            Ok(client) if address.is_plain() => return Ok(made(client)),
            Ok(_) => {
                "there are no CA certificates to verify the server with: install those of the system (on Linux the \
                 package `ca-certificates`), or correct `SSL_CERT_FILE` and `SSL_CERT_DIR` if they are set"
            }
            Err(_) => "the HTTP client cannot be set up",
        };
        Err(ConfigError::new(message).with_cause(error))
    }

    fn reqwest(&self, address: &BaseUrl) -> reqwest::ClientBuilder {
        let builder = reqwest::Client::builder()
            .redirect(Policy::none())
            // Retries are decided by the method's kind, in this crate.
            .retry(reqwest::retry::never())
            // Another crate of the program may have enabled HTTP/2 in reqwest. Only with HTTP/1 is it known when a request begins.
            .http1_only()
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .user_agent(USER_AGENT)
            // A small compressed response could unpack to a huge one.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate();
        if address.is_loopback() {
            // A proxy would receive the plain text of a request that is meant for this machine.
            builder.no_proxy()
        } else {
            builder.https_only(true)
        }
    }
}

/// The same settings without the system's CA certificates.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn without_roots(http: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    http.tls_certs_only([])
}

/// The same settings: without TLS there are no certificates.
#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn without_roots(http: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    http
}

/// Rejects an address that reqwest cannot parse when it is set, not when it is first called.
pub(crate) fn check_address(address: &BaseUrl) -> Result<(), ConfigError> {
    reqwest::Url::parse(address.as_str()).map(drop).map_err(|error| {
        let url = address.as_str().escape_debug();
        ConfigError::new(format!("the base URL `{url}` cannot be used")).with_cause(error)
    })
}

/// The transport by reqwest.
pub(crate) struct HttpClient {
    client: reqwest::Client,
    /// That of `client`, if it is known.
    connect_timeout: Option<Duration>,
    /// Whether `client` certainly speaks only HTTP/1.
    is_http1: bool,
    /// The authority of the first request, and its URL.
    address: OnceLock<(String, Url)>,
}

impl Transport for HttpClient {
    fn send(&self, request: Request<RequestBody>) -> ResponseFuture<'_> {
        // Begun outside of the future, which would have 808 bytes if it held the request.
        let response = self.begin(request);
        Box::pin(async move {
            match response?.await {
                Ok(response) => Ok(Response::<reqwest::Body>::from(response).map(|body| {
                    ResponseBody::wrap_with(body, |error| TransportError::unknown(error.without_url()))
                })),
                Err(error) => Err(self.failed(error)),
            }
        })
    }

    fn takes_body_first(&self) -> bool {
        self.is_http1
    }
}

impl HttpClient {
    /// Begins a request. Nothing is sent until its response is awaited.
    fn begin(
        &self,
        request: Request<RequestBody>,
    ) -> Result<impl Future<Output = Result<reqwest::Response, reqwest::Error>>, TransportError> {
        let (parts, body) = request.into_parts();
        let url = self.url(&parts.uri)?;
        let mut request = reqwest::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(reqwest::Body::wrap(body));
        Ok(self.client.execute(request))
    }

    /// The URL of a request. Most requests go to one address, which is parsed once.
    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let authority = uri.authority().map(Authority::as_str).unwrap_or_default();
        if let Some((known, url)) = self.address.get()
            && uri.scheme_str() == Some(url.scheme())
            && known == authority
            && uri.query().is_none()
        {
            let mut url = url.clone();
            url.set_path(uri.path());
            return Ok(url);
        }
        let url =
            Url::parse(&uri.to_string()).map_err(|error| TransportError::not_sent(error).permanent())?;
        // Only the first address is kept. That of a download, with a query, would add it to all others.
        if url.query().is_none() {
            let _ = self.address.set((authority.to_owned(), url.clone()));
        }
        Ok(url)
    }

    #[cold]
    fn failed(&self, error: reqwest::Error) -> TransportError {
        let never_connected = error.is_connect();
        if let (true, true, Some(after)) = (never_connected, error.is_timeout(), self.connect_timeout) {
            return TransportError::not_sent(Timeout { kind: TimeoutKind::Connect, after });
        }
        let is_permanent = never_connected && is_tls_failure(&error);
        // The URL adds nothing to the method's name, and a client of the caller's may put secrets into it.
        let error = error.without_url();
        let error =
            if never_connected { TransportError::not_sent(error) } else { TransportError::unknown(error) };
        if is_permanent { error.permanent() } else { error }
    }
}

/// Whether the connection failed for a reason of TLS, such as a certificate that is not trusted: a retry would fail too.
fn is_tls_failure(error: &reqwest::Error) -> bool {
    let mut source: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(error) = source {
        source = match error.downcast_ref::<io::Error>() {
            // rustls wraps its errors in this kind of I/O error.
            Some(error) if error.kind() == io::ErrorKind::InvalidData => return true,
            // `source` leaves out the error that an I/O error wraps.
            Some(error) if error.get_ref().is_some() => error.get_ref().map(|inner| inner as _),
            _ => error.source(),
        };
    }
    // The platform's TLS has errors of many types, which name the certificate.
    root_cause(error).to_string().contains("certificate")
}
