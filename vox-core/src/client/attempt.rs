//! One attempt: a request, and its response.

use std::pin::pin;

use bytes::Bytes;
use http::header::HeaderValue;
use http::{HeaderMap, Response, StatusCode};

use super::Core;
use super::hook::Attempt;
use super::timer::CallTimer;
use crate::error::{
    ConfigError, Effect, ErrorKind, Failure, Timeout, TimeoutKind, TransportError, UnexpectedResponse,
};
use crate::request;
use crate::response::Head;
use crate::transport::{BodyState, RequestBody, ResponseBody};

/// The most memory to reserve for a body before it arrives: a larger announced length is not trusted.
const MAX_TRUSTED_LENGTH: usize = 1024 * 1024;

/// A complete response.
pub(super) struct Received {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

/// The form of a call, the same for each attempt.
pub(super) struct SentBody {
    pub(super) content_type: HeaderValue,
    pub(super) bytes: Bytes,
}

/// Sends the form and waits for the complete response. `on_send` gets the state of the request's body.
pub(super) async fn send(
    core: &Core,
    attempt: &Attempt<'_>,
    body: &SentBody,
    token: Option<HeaderValue>,
    timer: &mut CallTimer<'_>,
    on_send: impl FnOnce(&BodyState),
) -> Result<Received, Failure> {
    if attempt.address.is_plain() && core.shared.https_only {
        let address = attempt.address.as_str();
        return Err(Failure::from(ConfigError::new(format!(
            "this client was built for a remote address, so it does not call `{address}` in plain text: build a client \
             for it"
        ))));
    }
    let (request_body, state) = RequestBody::new(body.bytes.clone(), timer.deadline());
    let mut request = request::build(
        attempt.address,
        &attempt.method.name,
        body.content_type.clone(),
        request_body,
        token,
    )?;
    request.headers_mut().extend(core.settings.headers.clone());
    on_send(&state);
    let _guard = GiveUpOnDrop(&state);
    let response = timer.guard(pin!(core.shared.transport.send(request)), || state.is_begun()).await;
    match response {
        Ok(Ok(response)) => receive(response, core.shared.max_response_bytes, timer).await,
        Ok(Err(_)) if state.is_given_up() => Err(timed_out(core, timer.timeout(TimeoutKind::Call), &state)),
        Ok(Err(error)) if core.shared.proves_not_sent(&state) => {
            Err(Failure::transport(error.into_not_sent()))
        }
        Ok(Err(error)) => Err(Failure::transport(error)),
        Err(timeout) => Err(timed_out(core, timeout, &state)),
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

/// Reads the body piece by piece, and stops if it becomes too large.
async fn receive(
    response: Response<ResponseBody>,
    limit: usize,
    timer: &mut CallTimer<'_>,
) -> Result<Received, Failure> {
    let (parts, mut stream) = response.into_parts();
    let head = Head { status: parts.status, headers: &parts.headers };
    let announced = stream.len().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > limit {
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
        if piece.len() > limit - body.len() {
            return Err(too_large(head, limit));
        }
        body.extend_from_slice(&piece);
    }
    Ok(Received { status: parts.status, headers: parts.headers, body })
}

/// The failure of a call whose response is larger than the client allows.
#[cold]
fn too_large(head: Head<'_>, limit: usize) -> Failure {
    let kind = ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit });
    Failure { kind, effect: Effect::Unknown, response: Some(Box::new(head.info(&[]))) }
}
