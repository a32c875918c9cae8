//! The route for health checks, which is always there.

use bytes::Bytes;
use http::{HeaderValue, Response, header};

/// The path of the route.
pub(super) const PATH: &str = "/_sandbox/health";

/// A sandbox that responds is ready.
pub(super) fn respond() -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(br#"{"status":"ready"}"#));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
