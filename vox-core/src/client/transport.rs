//! The way over the network and back.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::Core;
use super::raw::RawAnswer;
use crate::called::Called;
use crate::error::Problem;
use crate::reply::Reply;
use crate::{ConfigError, Error, FormBody};

/// Room for the body that is taken before it arrives: a server's word about its length is not trusted beyond this.
const MAX_TRUSTED_LENGTH: usize = 1024 * 1024;

/// Sends the form and waits for the answer. The token is made here, so that it is fresh.
pub(super) async fn exchange(
    core: Arc<Core>,
    method: Called,
    form: FormBody,
    timeout: Duration,
) -> Result<RawAnswer, Error> {
    let request = crate::http::assemble(method, form, &core.auth)?.map(Bytes::from);
    let mut request = reqwest::Request::try_from(request).map_err(|error| lost(method, error))?;
    *request.timeout_mut() = Some(timeout);
    let response = core.http.execute(request).await.map_err(|error| lost(method, error))?;
    receive(method, response, core.max_response_bytes).await
}

/// Reads the body piece by piece, and stops where it becomes too large.
async fn receive(method: Called, mut response: reqwest::Response, limit: usize) -> Result<RawAnswer, Error> {
    let announced =
        response.content_length().map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced > limit {
        return Err(too_large(method, &response, limit));
    }
    let mut body = Vec::with_capacity(announced.min(MAX_TRUSTED_LENGTH));
    while let Some(piece) =
        response.chunk().await.map_err(|error| Error::lost_after(method, error.without_url()))?
    {
        if piece.len() > limit - body.len() {
            return Err(too_large(method, &response, limit));
        }
        body.extend_from_slice(&piece);
    }
    Ok(RawAnswer { method, status: response.status(), headers: std::mem::take(response.headers_mut()), body })
}

fn too_large(method: Called, response: &reqwest::Response, limit: usize) -> Error {
    let reply = Reply { method, status: response.status(), headers: response.headers(), body: &[] };
    reply.unexpected(Problem::TooLarge { limit })
}

/// The error of a request that has no answer. Only where no connection was made is it sure that nothing arrived.
fn lost(method: Called, error: reqwest::Error) -> Error {
    if error.is_builder() {
        let cause = ConfigError::new("the request cannot be built for this base URL");
        return cause.with_source(error.without_url()).into();
    }
    let never_sent = error.is_connect();
    // The URL says nothing that the method's name does not say, and a caller's own client may put secrets into it.
    let error = error.without_url();
    if never_sent { Error::lost_before(method, error) } else { Error::lost_after(method, error) }
}
