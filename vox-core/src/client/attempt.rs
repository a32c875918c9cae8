//! One attempt: a request, and its response.

use std::pin::pin;

use bytes::Bytes;
use http::Response;
use http::header::HeaderValue;
use tokio::time::Instant;

use super::Core;
use super::hook::Attempt;
use super::raw::Content;
use super::timer::CallTimer;
use crate::auth::BaseUrl;
use crate::error::{
    ConfigError, Effect, ErrorKind, Failure, Timeout, TimeoutKind, TransportError, UnexpectedResponse,
};
use crate::request;
use crate::response::{self, BodyKind, Head, Inspection, SuccessCriteria};
use crate::transport::{BodyState, RequestBody, ResponseBody, ResponseFuture};

/// The longest error of the API in place of a file. A longer object of JSON is a file.
const MAX_ERROR_LENGTH: usize = 64 * 1024;

/// The most memory to reserve for a body before it arrives: a larger announced length is not trusted.
const MAX_TRUSTED_LENGTH: usize = 1024 * 1024;

/// The response of an attempt.
pub(super) struct Received {
    /// Boxed: each layer of a call would copy it.
    pub(super) content: Box<Content>,
    /// The rest of the body, which is not read yet; of a file, it is read after the call.
    pub(super) rest: Option<ResponseBody>,
}

/// The form of a call, the same for each attempt.
pub(super) struct SentBody {
    pub(super) content_type: HeaderValue,
    pub(super) bytes: Bytes,
}

/// Sends the form and waits for the response: complete, or the head of a file. `on_send` gets the state of the request's body.
pub(super) async fn send(
    core: &Core,
    attempt: &Attempt<'_>,
    inspection: Inspection,
    form: &SentBody,
    token: Option<&HeaderValue>,
    timer: &mut CallTimer<'_>,
    on_send: impl FnOnce(&BodyState),
) -> Result<Received, Box<Failure>> {
    let (response, state) = begin(core, attempt, form, token, timer.deadline(), on_send)?;
    let mut received = exchange(core, response, &state, timer).await?;
    let reading = if inspection == Inspection::Full { Reading::Whole } else { Reading::Streaming };
    let limit = core.shared.max_response_bytes;
    receive(&mut received, &attempt.method.success, reading, limit, timer).await?;
    Ok(received)
}

/// Gives the request to the transport.
// Not async: the request has 288 bytes, and each future around it would copy them.
fn begin<'c>(
    core: &'c Core,
    attempt: &Attempt<'_>,
    form: &SentBody,
    token: Option<&HeaderValue>,
    deadline: Instant,
    on_send: impl FnOnce(&BodyState),
) -> Result<(ResponseFuture<'c>, BodyState), Box<Failure>> {
    check_plain(core, attempt.address)?;
    let uri = request::uri(attempt.address, &attempt.method.name)?;
    let (body, state) = RequestBody::new(form.bytes.clone(), deadline);
    let request = request::build(uri, form.content_type.clone(), body, token, &core.settings.headers);
    on_send(&state);
    Ok((core.shared.transport.send(request), state))
}

/// Rejects an unencrypted address of a client that was built for a remote one.
pub(super) fn check_plain(core: &Core, address: &BaseUrl) -> Result<(), Failure> {
    if address.is_plain() && core.shared.https_only {
        let address = address.as_str();
        return Err(Failure::from(ConfigError::new(format!(
            "this client was built for a remote address, so it does not call `{address}` in plain text: build a client \
             for it"
        ))));
    }
    Ok(())
}

/// Waits for the head of the response to a request whose body has this state.
pub(super) async fn exchange(
    core: &Core,
    response: ResponseFuture<'_>,
    state: &BodyState,
    timer: &mut CallTimer<'_>,
) -> Result<Received, Box<Failure>> {
    let _guard = GiveUpOnDrop(state);
    let response = timer.guard(pin!(response), || state.is_begun()).await;
    match response {
        Ok(Ok(response)) => Ok(response.into()),
        Ok(Err(error)) => Err(failed(core, error, timer, state).into()),
        Err(timeout) => Err(timed_out(core, timeout, state).into()),
    }
}

/// The failure of a request that the transport could not send.
#[cold]
fn failed(core: &Core, error: TransportError, timer: &CallTimer<'_>, state: &BodyState) -> Failure {
    if state.is_given_up() {
        return timed_out(core, timer.timeout(TimeoutKind::Call), state);
    }
    let error = if core.shared.proves_not_sent(state) { error.into_not_sent() } else { error };
    Failure::transport(error)
}

/// Gives a request up when its call is dropped: a transport that still holds the body, perhaps in another task, cannot take it
/// any more.
struct GiveUpOnDrop<'s>(&'s BodyState);

impl Drop for GiveUpOnDrop<'_> {
    fn drop(&mut self) {
        self.0.give_up();
    }
}

/// The failure of a request that timed out.
#[cold]
fn timed_out(core: &Core, timeout: Timeout, state: &BodyState) -> Failure {
    Failure::transport(if core.shared.proves_not_sent(state) {
        TransportError::not_sent(timeout)
    } else {
        TransportError::unknown(timeout)
    })
}

impl Received {
    /// The length of the body; 0 for a file that is read after the call.
    pub(super) fn bytes(&self) -> usize {
        if self.rest.is_some() { 0 } else { self.content.body.len() }
    }
}

impl From<Response<ResponseBody>> for Received {
    fn from(response: Response<ResponseBody>) -> Self {
        let (parts, rest) = response.into_parts();
        let content = Content { status: parts.status, headers: parts.headers, body: Vec::new() };
        Self { content: Box::new(content), rest: Some(rest) }
    }
}

/// How the body of a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Like any other body.
    Whole,
    /// After the call.
    Streaming,
}

/// Reads the body piece by piece, and stops if it becomes too large, or turns out to be a file that is read later.
pub(super) async fn receive(
    received: &mut Received,
    success: &SuccessCriteria,
    reading: Reading,
    limit: usize,
    timer: &mut CallTimer<'_>,
) -> Result<(), Box<Failure>> {
    let Received { content, rest } = received;
    let mut kind = match reading {
        Reading::Whole => BodyKind::Json,
        Reading::Streaming => response::body_kind(success, content.head()),
    };
    let Some(stream) = rest.as_mut().filter(|_| kind != BodyKind::File) else { return Ok(()) };
    let announced = stream.len().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > limit && kind == BodyKind::Json {
        return Err(too_large(content.head(), limit).into());
    }
    let body = &mut content.body;
    body.reserve_exact(announced.min(MAX_TRUSTED_LENGTH));
    loop {
        let piece = match timer.guard(pin!(stream.next()), || true).await {
            Ok(Some(Ok(piece))) => piece,
            Ok(None) => break,
            Ok(Some(Err(error))) => return Err(Failure::transport(error.into_unknown()).into()),
            Err(timeout) => return Err(Failure::transport(TransportError::unknown(timeout)).into()),
        };
        if kind == BodyKind::FileOrJson {
            body.extend_from_slice(&piece);
            let is_file = match response::begins_object(body) {
                Some(true) => success.is_always_file() && body.len() > MAX_ERROR_LENGTH,
                Some(false) => true,
                None => body.len() > MAX_ERROR_LENGTH,
            };
            if is_file {
                return Ok(());
            }
            if response::begins_object(body).is_some() && !success.is_always_file() {
                kind = BodyKind::Json;
            }
            continue;
        }
        if piece.len() > limit.saturating_sub(body.len()) {
            return Err(too_large(content.head(), limit).into());
        }
        body.extend_from_slice(&piece);
    }
    *rest = None;
    Ok(())
}

/// The failure of a call whose response is larger than the client allows.
#[cold]
fn too_large(head: Head<'_>, limit: usize) -> Failure {
    let kind = ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit });
    Failure { kind, effect: Effect::Unknown, response: Some(Box::new(head.info(&[]))) }
}
