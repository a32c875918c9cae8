//! One request over the network and back.

use ::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use std::pin::pin;

use bytes::Bytes;

use super::Core;
use super::hook::Attempt;
use super::outgoing::{Outgoing, Progress};
use super::raw::RawAnswer;
use super::watch::Watch;
use crate::called::Called;
use crate::error::{Problem, TimedOut, Which};
use crate::reply::Reply;
use crate::{ConfigError, Error};

/// Room for the body that is taken before it arrives: a server's word about its length is not trusted beyond this.
const MAX_TRUSTED_LENGTH: usize = 1024 * 1024;

/// Sends the form and waits for the whole answer.
pub(super) async fn send(
    core: &Core,
    attempt: &Attempt<'_>,
    form: &Bytes,
    token: Option<&HeaderValue>,
    watch: &mut Watch<'_>,
) -> Result<RawAnswer, Error> {
    let (body, progress) = Outgoing::new(form.clone());
    let request = request(core, attempt, body, token)?;
    let response = watch.guard(pin!(core.shared.http.execute(request)), || progress.is_begun()).await;
    match response {
        Ok(Ok(response)) => receive(attempt.method, response, core.shared.max_response_bytes, watch).await,
        Ok(Err(error)) => Err(lost(core, attempt.method, error, &progress)),
        Err(timed_out) => Err(ran_out(core, attempt.method, timed_out, &progress)),
    }
}

fn request(
    core: &Core,
    attempt: &Attempt<'_>,
    body: Outgoing,
    token: Option<&HeaderValue>,
) -> Result<reqwest::Request, ConfigError> {
    if attempt.address.is_plain() && core.shared.https_only {
        return Err(ConfigError::new(format!(
            "this client was built for another address than this machine, so it does not call `{}` in plain text: \
             build a client for it",
            attempt.address.as_str()
        )));
    }
    let url = attempt.address.url_of_method(&attempt.method.name)?;
    let mut request = reqwest::Request::new(reqwest::Method::POST, url);
    *request.body_mut() = Some(reqwest::Body::wrap(body));
    let headers = request.headers_mut();
    headers.reserve(4 + core.settings.headers.len());
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    if let Some(token) = token {
        headers.insert(AUTHORIZATION, token.clone());
    }
    headers.extend(core.settings.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
    Ok(request)
}

/// Reads the body piece by piece, and stops where it becomes too large.
async fn receive(
    method: &Called,
    mut response: reqwest::Response,
    limit: usize,
    watch: &mut Watch<'_>,
) -> Result<RawAnswer, Error> {
    let announced =
        response.content_length().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > limit {
        return Err(too_large(method, &response, limit));
    }
    let mut body = Vec::with_capacity(announced.min(MAX_TRUSTED_LENGTH));
    loop {
        let piece = match watch.guard(pin!(response.chunk()), || true).await {
            Ok(Ok(Some(piece))) => piece,
            Ok(Ok(None)) => break,
            Ok(Err(error)) => return Err(Error::lost_after(method, error.without_url())),
            Err(timed_out) => return Err(Error::lost_after(method, timed_out)),
        };
        if piece.len() > limit - body.len() {
            return Err(too_large(method, &response, limit));
        }
        body.extend_from_slice(&piece);
    }
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    Ok(RawAnswer::new(method.clone(), status, headers, body))
}

fn too_large(method: &Called, response: &reqwest::Response, limit: usize) -> Error {
    let reply = Reply { method, status: response.status(), headers: response.headers(), body: &[] };
    reply.unexpected(Problem::TooLarge { limit })
}

/// The error of a request that has no answer.
fn lost(core: &Core, method: &Called, error: reqwest::Error, progress: &Progress) -> Error {
    if error.is_builder() {
        let cause = ConfigError::new("the request cannot be built for this base URL");
        return cause.with_cause(error.without_url()).into();
    }
    let never_connected = error.is_connect();
    let never_sent = never_connected || gave_up(core, progress);
    if let (true, true, Some(after)) = (never_connected, error.is_timeout(), core.shared.connect_timeout) {
        return Error::lost_before(method, TimedOut { which: Which::Connect, after });
    }
    // The URL says nothing that the method's name does not say, and a caller's own client may put secrets into it.
    let error = error.without_url();
    if never_sent { Error::lost_before(method, error) } else { Error::lost_after(method, error) }
}

/// The error of a request whose time ran out.
fn ran_out(core: &Core, method: &Called, timed_out: TimedOut, progress: &Progress) -> Error {
    if gave_up(core, progress) {
        Error::lost_before(method, timed_out)
    } else {
        Error::lost_after(method, timed_out)
    }
}

/// Gives the request up; whether it is sure that nothing was sent. With a client of the caller's own it never is: that
/// one may speak HTTP/2, where a request's head leaves before its body is asked for.
fn gave_up(core: &Core, progress: &Progress) -> bool {
    progress.give_up() && core.shared.speaks_http1
}
