//! Requests with an injected fault.

use http::request::Parts;
use http::{HeaderValue, Response, StatusCode, header};

use super::body::{DropConnection, ResponseBody};
use super::respond::{HttpResponse, execute};
use crate::api_request::ApiRequest;
use crate::errors::ApiError;
use crate::faults::fault::{Fault, retry_after_seconds, valid_status};
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
    let execute = || execute(shared, parts, request);
    let entry = || request.log_entry(shared.clock.now());
    match fault {
        Fault::Delay(time) => {
            let response = execute();
            tokio::time::sleep(time).await;
            Ok(response.map(ResponseBody::complete))
        }
        Fault::TruncateBody => Ok(execute().map(ResponseBody::truncated)),
        Fault::MalformedBody => Ok(execute().map(ResponseBody::malformed)),
        Fault::SlowBody(time) => Ok(execute().map(|bytes| ResponseBody::slow(bytes, time))),
        Fault::DropResponse => {
            let entry = entry();
            request.execute(shared, &Authorization::read(&parts.headers));
            shared.log.push(entry);
            Err(DropConnection)
        }
        Fault::DropRequest => {
            shared.log.push(entry());
            Err(DropConnection)
        }
        Fault::Api(code) => {
            let response = ApiResponse::error(&ApiError::injected(code).into());
            shared.log.push(entry().with_response(&response, None));
            Ok(response.into_http().map(ResponseBody::complete))
        }
        Fault::Status(status) => {
            let status =
                StatusCode::from_u16(valid_status(status)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            Ok(html(shared, entry(), status))
        }
        Fault::TooManyRequests { retry_after } => {
            let mut response = html(shared, entry(), StatusCode::TOO_MANY_REQUESTS);
            if let Some(time) = retry_after {
                let seconds = HeaderValue::from(retry_after_seconds(time));
                response.headers_mut().insert(header::RETRY_AFTER, seconds);
            }
            Ok(response)
        }
    }
}

/// A status with an HTML page, as a proxy in front of the API sends it.
fn html(shared: &Shared, entry: ReceivedRequest, status: StatusCode) -> HttpResponse {
    let body = format!("<html><body><h1>{status}</h1></body></html>");
    shared.log.push(entry.with_body(status.as_u16(), body.clone()));
    let mut response = Response::new(ResponseBody::complete(body.into()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}
