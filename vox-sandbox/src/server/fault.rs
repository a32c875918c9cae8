//! Requests with an injected fault.

use std::time::Duration;

use http::request::Parts;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::Full;

use super::respond::{DropConnection, HttpResponse, execute};
use crate::api_request::ApiRequest;
use crate::errors::ApiError;
use crate::faults::Fault;
use crate::log::ReceivedRequest;
use crate::shared::Shared;
use crate::wire::request::Authorization;
use crate::wire::response::ApiResponse;

pub(super) async fn respond(
    fault: Fault,
    shared: &Shared,
    parts: &Parts,
    request: &ApiRequest<'_>,
) -> Result<HttpResponse, DropConnection> {
    let entry = request.log_entry(shared.clock.now());
    match fault {
        Fault::Delay(time) => {
            let response = execute(shared, parts, request);
            tokio::time::sleep(time).await;
            Ok(response)
        }
        Fault::DropResponse => {
            request.execute(shared, &Authorization::read(&parts.headers));
            shared.log.push(entry);
            Err(DropConnection)
        }
        Fault::DropRequest => {
            shared.log.push(entry);
            Err(DropConnection)
        }
        Fault::Api(code) => {
            let response = ApiResponse::error(&ApiError::injected(code).into());
            shared.log.push(entry.with_response(&response, None));
            Ok(response.into_http())
        }
        Fault::Status(status) => {
            let is_final = |status: &StatusCode| (200..600).contains(&status.as_u16());
            let status = StatusCode::from_u16(status).ok().filter(is_final);
            Ok(html(shared, entry, status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)))
        }
        Fault::TooManyRequests { retry_after } => {
            let mut response = html(shared, entry, StatusCode::TOO_MANY_REQUESTS);
            if let Some(time) = retry_after {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(whole_seconds(time)));
            }
            Ok(response)
        }
    }
}

/// A status with an HTML page, as a proxy in front of the API sends it.
fn html(shared: &Shared, entry: ReceivedRequest, status: StatusCode) -> HttpResponse {
    let body = format!("<html><body><h1>{status}</h1></body></html>");
    shared.log.push(entry.with_body(status.as_u16(), body.clone()));
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}

/// Rounded up.
fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
