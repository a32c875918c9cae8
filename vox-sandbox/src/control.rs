//! Control of a running sandbox over HTTP, under `/_sandbox/`.

mod routes;

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode, header};
use serde_json::{Value, json};

use self::routes::{ROUTES, Request, Route};
use crate::shared::Shared;
use crate::wire::body::BodyError;

const PREFIX: &str = "/_sandbox/";

/// Why a request was rejected.
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
    path.starts_with(PREFIX) || path == PREFIX.trim_end_matches('/')
}

/// The response to a request under `/_sandbox/`.
pub(crate) fn respond(shared: &Shared, parts: &Parts, body: Result<&[u8], BodyError>) -> Response<Bytes> {
    let mut allow = None;
    let (status, body) = match run(shared, parts, body, &mut allow) {
        Ok(body) => (StatusCode::OK, body),
        Err(error) => (error.status, json!({ "error": error.message })),
    };
    let mut response = json_response(status, &body);
    if let Some(allow) = allow.and_then(|allow| allow.parse().ok()) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

/// The response to a request that is addressed to another host.
pub(crate) fn misdirected(message: &str) -> Response<Bytes> {
    json_response(StatusCode::MISDIRECTED_REQUEST, &json!({ "error": message }))
}

fn json_response(status: StatusCode, body: &Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn run(
    shared: &Shared,
    parts: &Parts,
    body: Result<&[u8], BodyError>,
    allow: &mut Option<String>,
) -> ControlResult {
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
    let body = body.map_err(|error| match error {
        BodyError::TooLarge => {
            let message = format!("the body has more than {} bytes", shared.body_limit);
            ControlError::new(StatusCode::PAYLOAD_TOO_LARGE, message)
        }
        BodyError::Incomplete => ControlError::bad_request("the body could not be read to its end"),
    })?;
    let body = std::str::from_utf8(body).map_err(|_| ControlError::bad_request("the body is not UTF-8"))?;
    let query = parts.uri.query().unwrap_or_default();
    (route.run)(&Request { shared, query, id, body })
}

/// Checks that control is on, and that no web page sent the request.
fn check_allowed(shared: &Shared, parts: &Parts) -> Result<(), ControlError> {
    if !shared.has_control {
        return Err(ControlError::new(
            StatusCode::FORBIDDEN,
            "control is off; start the sandbox with --control, on a loopback address",
        ));
    }
    let has_other_site = parts.headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site");
    if parts.headers.contains_key(header::ORIGIN) || has_other_site {
        return Err(ControlError::new(StatusCode::FORBIDDEN, "a web page cannot control the sandbox"));
    }
    Ok(())
}
