//! Control of a running sandbox over HTTP, under `/_sandbox/`.

mod routes;

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode, header};
use serde_json::{Value, json};

use self::routes::{ROUTES, Request, Route};
use crate::shared::Shared;

const PREFIX: &str = "/_sandbox/";

/// Why a request was not carried out.
struct ControlError {
    status: StatusCode,
    message: String,
}

impl ControlError {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into() }
    }

    fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }
}

type ControlResult = Result<Value, ControlError>;

/// Whether a path is one of the control routes.
pub(crate) fn is_path(path: &str) -> bool {
    path.starts_with(PREFIX)
}

/// The response to a request under `/_sandbox/`. `body` is `None` where it could not be read.
pub(crate) fn respond(shared: &Shared, parts: &Parts, body: Option<&[u8]>) -> Response<Bytes> {
    let mut allow = None;
    let (status, body) = match run(shared, parts, body, &mut allow) {
        Ok(body) => (StatusCode::OK, body),
        Err(error) => (error.status, json!({ "error": error.message })),
    };
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(allow) = allow.and_then(|allow| allow.parse().ok()) {
        headers.insert(header::ALLOW, allow);
    }
    response
}

fn run(shared: &Shared, parts: &Parts, body: Option<&[u8]>, allow: &mut Option<String>) -> ControlResult {
    let path = parts.uri.path().strip_prefix(PREFIX).unwrap_or_default();
    let path = path.strip_suffix('/').unwrap_or(path);
    let (name, id) = path.split_once('/').map_or((path, None), |(name, id)| (name, Some(id)));
    // A response to HEAD is one to GET without the body, which the server leaves out.
    let method = if parts.method == Method::HEAD { Method::GET } else { parts.method.clone() };
    let of_path = || ROUTES.iter().filter(|route| route.name == name && route.has_id == id.is_some());
    let Some(route) = of_path().find(|route| route.method == method.as_str()) else {
        let methods: Vec<_> = of_path()
            .flat_map(|route| {
                if route.method == "GET" { &["GET", "HEAD"] } else { std::slice::from_ref(&route.method) }
            })
            .copied()
            .collect();
        if methods.is_empty() {
            let known: Vec<_> = ROUTES.iter().map(Route::path).collect();
            return Err(ControlError::new(
                StatusCode::NOT_FOUND,
                format!("there is no {PREFIX}{path}; there are {}", known.join(", ")),
            ));
        }
        let methods = methods.join(", ");
        *allow = Some(methods.clone());
        return Err(ControlError::new(
            StatusCode::METHOD_NOT_ALLOWED,
            format!("{PREFIX}{path} supports {methods}"),
        ));
    };
    if !route.is_public {
        check_allowed(shared, parts)?;
    }
    let body = body.ok_or_else(|| ControlError::bad_request("the body could not be read to its end"))?;
    let body = std::str::from_utf8(body).map_err(|_| ControlError::bad_request("the body is not UTF-8"))?;
    let query = parts.uri.query().unwrap_or_default();
    (route.run)(&Request { shared, query, id, body })
}

/// A request is carried out if control is on, and if no web page sent it.
fn check_allowed(shared: &Shared, parts: &Parts) -> Result<(), ControlError> {
    if !shared.has_control {
        return Err(ControlError::new(
            StatusCode::FORBIDDEN,
            "control is off; start the sandbox with --control, on a loopback address",
        ));
    }
    if parts.headers.contains_key(header::ORIGIN) {
        return Err(ControlError::new(StatusCode::FORBIDDEN, "a web page cannot control the sandbox"));
    }
    Ok(())
}
