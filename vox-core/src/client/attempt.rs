//! One attempt: a request, and its response.

use std::pin::pin;

use bytes::Bytes;
use http::header::HeaderValue;
use http::{HeaderMap, Request, Response, StatusCode};

use super::Core;
use super::hook::Attempt;
use super::timer::CallTimer;
use crate::auth::BaseUrl;
use crate::error::{
    ConfigError, Effect, ErrorKind, Failure, Timeout, TimeoutKind, TransportError, UnexpectedResponse,
};
use crate::request;
use crate::response::{self, BodyKind, Head, Inspection, SuccessCriteria};
use crate::transport::{BodyState, RequestBody, ResponseBody};

/// The longest error of the API in place of a file. A longer object of JSON is a file.
const MAX_ERROR_LENGTH: usize = 64 * 1024;

/// The most memory to reserve for a body before it arrives: a larger announced length is not trusted.
const MAX_TRUSTED_LENGTH: usize = 1024 * 1024;

/// The response of an attempt.
pub(super) struct Received {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    /// The body; of a file, its beginning.
    pub(super) body: Vec<u8>,
    /// The rest of a file, which is read after the call.
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
    token: Option<HeaderValue>,
    timer: &mut CallTimer<'_>,
    on_send: impl FnOnce(&BodyState),
) -> Result<Received, Failure> {
    check_plain(core, attempt.address)?;
    let (body, state) = RequestBody::new(form.bytes.clone(), timer.deadline());
    let content_type = form.content_type.clone();
    let mut request = request::build(attempt.address, &attempt.method.name, content_type, body, token)?;
    request.headers_mut().extend(core.settings.headers.clone());
    on_send(&state);
    let response = exchange(core, request, &state, timer).await?;
    let reading = if inspection == Inspection::Full { Reading::Whole } else { Reading::Streaming };
    receive(response, &attempt.method.success, reading, core.shared.max_response_bytes, timer).await
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

/// Sends one request, and waits for the head of its response.
pub(super) async fn exchange(
    core: &Core,
    request: Request<RequestBody>,
    state: &BodyState,
    timer: &mut CallTimer<'_>,
) -> Result<Response<ResponseBody>, Failure> {
    let _guard = GiveUpOnDrop(state);
    let response = timer.guard(pin!(core.shared.transport.send(request)), || state.is_begun()).await;
    match response {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(_)) if state.is_given_up() => Err(timed_out(core, timer.timeout(TimeoutKind::Call), state)),
        Ok(Err(error)) if core.shared.proves_not_sent(state) => {
            Err(Failure::transport(error.into_not_sent()))
        }
        Ok(Err(error)) => Err(Failure::transport(error)),
        Err(timeout) => Err(timed_out(core, timeout, state)),
    }
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
        if self.rest.is_some() { 0 } else { self.body.len() }
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
    response: Response<ResponseBody>,
    success: &SuccessCriteria,
    reading: Reading,
    limit: usize,
    timer: &mut CallTimer<'_>,
) -> Result<Received, Failure> {
    let (parts, mut stream) = response.into_parts();
    let head = Head { status: parts.status, headers: &parts.headers };
    let mut kind = match reading {
        Reading::Whole => BodyKind::Json,
        Reading::Streaming => response::body_kind(success, head),
    };
    if kind == BodyKind::File {
        return Ok(Received {
            status: parts.status,
            headers: parts.headers,
            body: Vec::new(),
            rest: Some(stream),
        });
    }
    let announced = stream.len().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > limit && kind == BodyKind::Json {
        return Err(too_large(head, limit));
    }
    let mut body = Vec::with_capacity(announced.min(MAX_TRUSTED_LENGTH));
    loop {
        let piece = match timer.guard(pin!(stream.next()), || true).await {
            Ok(Some(Ok(piece))) => piece,
            Ok(None) => break,
            Ok(Some(Err(error))) => return Err(Failure::transport(error.into_unknown())),
            Err(timeout) => return Err(Failure::transport(TransportError::unknown(timeout))),
        };
        if kind == BodyKind::FileOrJson {
            body.extend_from_slice(&piece);
            let is_file = match response::begins_object(&body) {
                Some(true) => success.is_always_file() && body.len() > MAX_ERROR_LENGTH,
                Some(false) => true,
                None => body.len() > MAX_ERROR_LENGTH,
            };
            if is_file {
                return Ok(Received {
                    status: parts.status,
                    headers: parts.headers,
                    body,
                    rest: Some(stream),
                });
            }
            if response::begins_object(&body).is_some() && !success.is_always_file() {
                kind = BodyKind::Json;
            }
            continue;
        }
        if piece.len() > limit.saturating_sub(body.len()) {
            return Err(too_large(head, limit));
        }
        body.extend_from_slice(&piece);
    }
    Ok(Received { status: parts.status, headers: parts.headers, body, rest: None })
}

/// The failure of a call whose response is larger than the client allows.
#[cold]
fn too_large(head: Head<'_>, limit: usize) -> Failure {
    let kind = ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit });
    Failure { kind, effect: Effect::Unknown, response: Some(Box::new(head.info(&[]))) }
}
