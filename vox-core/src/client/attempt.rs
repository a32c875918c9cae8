//! One request over the network and back.

use std::error::Error as StdError;
use std::io;
use std::pin::pin;

use ::http::header::HeaderValue;
use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;

use super::Core;
use super::hook::Attempt;
use super::outgoing::{Outgoing, Progress};
use super::watch::Watch;
use crate::ConfigError;
use crate::error::{
    Effect, ErrorKind, Failure, Timeout, TimeoutKind, TransportError, UnexpectedResponse, root_cause,
};
use crate::response::Head;

/// The most memory to reserve for a body before it arrives: a larger announced length is not trusted.
const MAX_TRUSTED_LENGTH: usize = 1024 * 1024;

/// A complete response, before anything is known of it.
pub(super) struct Received {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

/// Sends the form and waits for the complete response. `sending` is told how to ask whether the request is being sent.
pub(super) async fn send(
    core: &Core,
    attempt: &Attempt<'_>,
    form: &Bytes,
    token: Option<HeaderValue>,
    watch: &mut Watch<'_>,
    sending: impl FnOnce(&Progress),
) -> Result<Received, Failure> {
    let (body, progress) = Outgoing::new(form.clone(), watch.deadline());
    let request = request(core, attempt, body, token)?;
    sending(&progress);
    let response = watch.guard(pin!(core.shared.http.execute(request)), || progress.is_begun()).await;
    match response {
        Ok(Ok(response)) => receive(response, core.shared.max_response_bytes, watch).await,
        Ok(Err(error)) => Err(lost(core, error, &progress, watch)),
        Err(timeout) => Err(ran_out(core, timeout, &progress)),
    }
}

fn request(
    core: &Core,
    attempt: &Attempt<'_>,
    body: Outgoing,
    token: Option<HeaderValue>,
) -> Result<reqwest::Request, ConfigError> {
    if attempt.address.is_plain() && core.shared.https_only {
        return Err(ConfigError::new(format!(
            "this client was built for a remote address, so it does not call `{}` in plain text: \
             build a client for it",
            attempt.address.as_str()
        )));
    }
    let url = attempt.address.url_of_method(&attempt.method.name)?;
    let mut request = reqwest::Request::new(reqwest::Method::POST, url);
    *request.body_mut() = Some(reqwest::Body::wrap(body));
    let headers = request.headers_mut();
    headers.reserve(5 + core.settings.headers.len());
    crate::http::set_headers(headers, token);
    headers.extend(core.settings.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
    Ok(request)
}

/// Reads the body piece by piece, and stops where it becomes too large.
async fn receive(
    mut response: reqwest::Response,
    limit: usize,
    watch: &mut Watch<'_>,
) -> Result<Received, Failure> {
    let announced =
        response.content_length().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > limit {
        return Err(too_large(&response, limit));
    }
    let mut body = Vec::with_capacity(announced.min(MAX_TRUSTED_LENGTH));
    loop {
        let piece = match watch.guard(pin!(response.chunk()), || true).await {
            Ok(Ok(Some(piece))) => piece,
            Ok(Ok(None)) => break,
            Ok(Err(error)) => return Err(Failure::transport(TransportError::unknown(error.without_url()))),
            Err(timeout) => return Err(Failure::transport(TransportError::unknown(timeout))),
        };
        if piece.len() > limit - body.len() {
            return Err(too_large(&response, limit));
        }
        body.extend_from_slice(&piece);
    }
    Ok(Received { status: response.status(), headers: std::mem::take(response.headers_mut()), body })
}

/// The failure of a call whose response is larger than the client takes.
#[cold]
fn too_large(response: &reqwest::Response, limit: usize) -> Failure {
    let head = Head { status: response.status(), headers: response.headers() };
    let kind = ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit });
    Failure { kind, effect: Effect::Unknown, response: Some(Box::new(head.info(&[]))) }
}

/// The failure of a request that has no response.
fn lost(core: &Core, error: reqwest::Error, progress: &Progress, watch: &Watch<'_>) -> Failure {
    if error.is_builder() {
        let cause = ConfigError::new("the request cannot be built for this base URL");
        return cause.with_cause(error.without_url()).into();
    }
    if progress.is_given_up() {
        return ran_out(core, watch.timeout(TimeoutKind::Call), progress);
    }
    let never_connected = error.is_connect();
    if let (true, true, Some(after)) = (never_connected, error.is_timeout(), core.shared.connect_timeout) {
        let timeout = Timeout { kind: TimeoutKind::Connect, after };
        return Failure::transport(TransportError::not_sent(timeout));
    }
    let never_sent = never_connected || gave_up(core, progress);
    let is_permanent = never_connected && is_tls_failure(&error);
    // The URL says nothing that the method's name does not say, and a caller's own client may put secrets into it.
    let error = error.without_url();
    let error = if never_sent { TransportError::not_sent(error) } else { TransportError::unknown(error) };
    Failure::transport(if is_permanent { error.permanent() } else { error })
}

/// Whether the connection failed for a reason of TLS, such as a certificate that is not trusted: a retry would meet the same.
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

/// The failure of a request whose time ran out.
fn ran_out(core: &Core, timeout: Timeout, progress: &Progress) -> Failure {
    Failure::transport(if gave_up(core, progress) {
        TransportError::not_sent(timeout)
    } else {
        TransportError::unknown(timeout)
    })
}

/// Gives the request up; whether it is certain that nothing was sent. With the caller's own client it never is: that
/// one may speak HTTP/2, where the head of a request is sent before its body is polled.
fn gave_up(core: &Core, progress: &Progress) -> bool {
    progress.give_up() && core.shared.speaks_http1
}
