//! The response to one HTTP request.

use std::sync::atomic::Ordering;

use bytes::Bytes;
use http::header::HeaderName;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body::Body;

use super::body::{DropConnection, ResponseBody};
use super::fault;
use crate::api_request::ApiRequest;
use crate::clock::http_date;
use crate::control;
use crate::errors::ApiError;
use crate::level::Level;
use crate::page;
use crate::sample;
use crate::shared::Shared;
use crate::wire::body::{self, BodyError};
use crate::wire::request::{Authorization, path_name};
use crate::wire::response::ApiResponse;

pub(super) type HttpResponse = Response<ResponseBody>;

pub(crate) async fn respond<B: Body<Data = Bytes> + Unpin>(
    shared: &Shared,
    request: Request<B>,
) -> Result<HttpResponse, DropConnection> {
    shared.requests.fetch_add(1, Ordering::Relaxed);
    let (parts, body) = request.into_parts();
    // The body is read even where the response does not depend on it: otherwise the connection could not be reused.
    let body = body::read(body, shared.body_limit).await;
    let mut response = match shared.hosts.unknown_host(&parts) {
        Some(host) => misdirected(&host, parts.uri.path()),
        None => route(shared, &parts, body).await?,
    };
    // Without this header the HTTP server would add the machine's time, by which tokens are not checked.
    if let Some(date) = http_date(shared.clock.now()).and_then(|date| date.parse().ok()) {
        response.headers_mut().insert(header::DATE, date);
    }
    Ok(response)
}

async fn route(
    shared: &Shared,
    parts: &Parts,
    body: Result<Vec<u8>, BodyError>,
) -> Result<HttpResponse, DropConnection> {
    let path = parts.uri.path();
    Ok(match (path, path_name(path)) {
        (path, _) if control::is_path(path) => {
            let body = body.as_deref().map_err(|error| *error);
            control::respond(shared, parts, body).map(ResponseBody::complete)
        }
        ("/", _) => page::respond(shared, &parts.method).map(ResponseBody::complete),
        (path, None) if is_file(parts) => file(path, parts),
        (_, None) => rejection(ApiError::UNKNOWN_METHOD, StatusCode::NOT_FOUND),
        (_, Some(_)) if !matches!(parts.method, Method::GET | Method::POST) => {
            method_not_allowed("the HTTP method is neither GET nor POST", "GET, POST")
        }
        (_, Some(name)) => {
            let request = ApiRequest::read(parts, name, body, shared);
            let caller = || request.caller(shared, &Authorization::read(&parts.headers));
            let mut response = match shared.faults.take(request.method_name(), request.params(), caller) {
                None => execute(shared, parts, &request).map(ResponseBody::complete),
                Some(fault) => fault::respond(fault, shared, parts, &request).await?,
            };
            mark(&mut response, &request);
            response
        }
    })
}

fn rejection(error: ApiError, status: StatusCode) -> HttpResponse {
    ApiResponse::error(&error.into()).with_status(status).into_http().map(ResponseBody::complete)
}

fn method_not_allowed(message: &str, allowed: &'static str) -> HttpResponse {
    let error = ApiError::unreadable_request(message);
    let mut response = rejection(error, StatusCode::METHOD_NOT_ALLOWED);
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
    response
}

fn misdirected(host: &str, path: &str) -> HttpResponse {
    let message = format!(
        "the sandbox does not serve the host `{}`: use localhost, an IP address, or a name that the sandbox is started with \
         (`--host`, `--tls-name`; in Rust `SandboxBuilder::host`, `tls_name`)",
        host.escape_debug()
    );
    if control::is_path(path) {
        return control::misdirected(&message).map(ResponseBody::complete);
    }
    rejection(ApiError::unreadable_request(&message), StatusCode::MISDIRECTED_REQUEST)
}

/// Executes a request and logs it.
pub(super) fn execute(shared: &Shared, parts: &Parts, request: &ApiRequest<'_>) -> Response<Bytes> {
    let entry = request.log_entry(shared.clock.now());
    let response = request.execute(shared, &Authorization::read(&parts.headers));
    shared.log.push(entry.with_response(&response, request.response_meta()));
    response.into_http()
}

/// The maximum length of the header with unknown parameters: clients reject responses with long heads.
const UNKNOWN_PARAMS_BYTES: usize = 1024;

/// States in headers how the method is played, and which parameters are unknown.
fn mark(response: &mut HttpResponse, request: &ApiRequest<'_>) {
    let of_response = response.extensions().get::<Level>().copied();
    let Some(level) = of_response.or(request.level()) else { return };
    let value = format!("{level}; {}", env!("CARGO_PKG_VERSION"));
    let unknown = shown_names(&request.unknown_params());
    let headers = [("x-vox-sandbox", value), ("x-vox-sandbox-unknown-params", unknown)];
    for (name, value) in headers.into_iter().filter(|(_, value)| !value.is_empty()) {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
}

/// The names, separated by commas, with `...` in place of those that are too many. Special characters are escaped.
fn shown_names(names: &[&str]) -> String {
    let mut shown = String::new();
    for name in names {
        let name: String = name.escape_default().collect();
        let separator = if shown.is_empty() { "" } else { ", " };
        if shown.len() + name.len() > UNKNOWN_PARAMS_BYTES {
            return shown + separator + "...";
        }
        shown = shown + separator + &name;
    }
    shown
}

fn is_file(parts: &Parts) -> bool {
    matches!(parts.method, Method::GET | Method::HEAD) && sample::has_file(parts.uri.path())
}

fn file(path: &str, parts: &Parts) -> HttpResponse {
    let file = sample::respond_with_file(path, &parts.headers);
    file.map_or_else(
        || rejection(ApiError::UNKNOWN_METHOD, StatusCode::NOT_FOUND),
        |file| file.map(ResponseBody::complete),
    )
}

#[cfg(test)]
mod tests {
    use http_body_util::{BodyExt as _, Full};
    use serde_json::Value;

    use super::*;
    use crate::state::account::Account;
    use crate::state::accounts::Accounts;

    const INFO: &str = "/platform_api/GetAccountInfo?account_name=parent&api_key=key";

    fn shared() -> Shared {
        let mut accounts = Accounts::default();
        let secret = vox_core::Secret::from("key");
        let account = Account::new(
            "parent".into(),
            "p@example.com".into(),
            secret.clone(),
            jiff::Timestamp::UNIX_EPOCH,
        );
        accounts.add(Account { api_key: secret, ..account }).unwrap();
        Shared { body_limit: 64, ..Shared::new("http", "127.0.0.1:1".into(), accounts) }
    }

    async fn send(shared: &Shared, method: &str, uri: &str, body: &'static str) -> (u16, Value) {
        let request = Request::builder().method(method).uri(uri).body(Full::from(body)).unwrap();
        let response = respond(shared, request).await.unwrap();
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&body).unwrap())
    }

    async fn status_and_code(method: &str, uri: &str, body: &'static str) -> (u16, Option<u64>) {
        let (status, body) = send(&shared(), method, uri, body).await;
        (status, body["error"]["code"].as_u64())
    }

    #[tokio::test]
    async fn unknown_parameters_are_shown_in_a_short_header() {
        let names = |query: &str| {
            let request = Request::builder().uri(format!("{INFO}&{query}")).body(Full::from("")).unwrap();
            async move {
                let response = respond(&shared(), request).await.unwrap();
                response.headers()["x-vox-sandbox-unknown-params"].to_str().unwrap().to_owned()
            }
        };
        assert_eq!(names("b=1&a=2&b=3&account_id=7").await, "b, a");
        assert_eq!(names("%C3%A4%0D%0A=1&a=2").await, r"\u{e4}\r\n, a");
        let many: Vec<_> = (0..1000).map(|number| format!("x{number}=1")).collect();
        let shown = names(&many.join("&")).await;
        assert!(shown.starts_with("x0, x1, ") && shown.ends_with(", ...") && shown.len() < 1100, "{shown}");
        assert_eq!(names(&format!("{}=1", "x".repeat(2000))).await, "...");
    }

    #[tokio::test]
    async fn a_method_is_named_by_path_or_parameter() {
        let credentials = "account_name=parent&api_key=key";
        for path in ["/platform_api", "/platform_api/"] {
            let uri = format!("{path}?{credentials}&cmd=GetAccountInfo");
            assert_eq!(status_and_code("GET", &uri, "").await, (200, None), "{uri}");
            assert_eq!(status_and_code("POST", path, "").await, (200, Some(102)), "{path}");
        }
        for path in ["/platform_api/GetAccountInfo", "/platform_api/GetAccountInfo/"] {
            assert_eq!(status_and_code("POST", path, credentials).await, (200, None), "{path}");
        }
        let body = "cmd=GetAccountInfo&account_name=parent&api_key=key";
        assert_eq!(status_and_code("POST", "/platform_api", body).await, (200, None));
    }

    #[tokio::test]
    async fn rejections_of_any_kind_have_the_envelope() {
        let cases = [
            ("POST", "/platform_api/getaccountinfo", "", 200, 103),
            ("POST", "/platform_api/a/b", "", 200, 103),
            ("GET", "/favicon.ico", "", 404, 103),
            ("PUT", INFO, "", 405, 101),
            ("GET", "/platform_api/GetAccountInfo?a=%4", "", 200, 101),
            ("POST", INFO, "a=%", 200, 101),
            ("POST", INFO, "01234567890123456789012345678901234567890123456789012345678901234", 413, 101),
            ("POST", "/platform_api/GetAccountInfo", "", 200, 100),
        ];
        for (method, uri, body, status, code) in cases {
            assert_eq!(
                status_and_code(method, uri, body).await,
                (status, Some(code)),
                "{method} {uri} {body}"
            );
        }
    }

    #[tokio::test]
    async fn a_body_of_exactly_the_limit_is_read() {
        let body = "a=23456789012345678901234567890123456789012345678901234567890123";
        assert_eq!(body.len(), 64);
        assert_eq!(status_and_code("POST", INFO, body).await, (200, None));
    }

    #[tokio::test]
    async fn all_requests_are_counted_and_those_to_the_api_logged() {
        let shared = shared();
        for (method, uri) in
            [("GET", "/favicon.ico"), ("GET", INFO), ("POST", "/platform_api/Nothing?api_key=x")]
        {
            send(&shared, method, uri, "").await;
        }
        assert_eq!(shared.requests.load(Ordering::Relaxed), 3);
        let requests = shared.log.last(usize::MAX);
        let seen: Vec<_> = requests.iter().map(|request| (request.method.as_str(), request.code)).collect();
        assert_eq!(seen, [("GetAccountInfo", None), ("Nothing", Some(103))]);
        assert!(requests.iter().all(|request| request.param("api_key") == Some("***")));
    }

    #[tokio::test]
    async fn the_key_is_shown_to_a_caller_that_has_it() {
        let (_, body) = send(&shared(), "GET", INFO, "").await;
        assert_eq!(body["result"]["api_key"], "key");
        assert_eq!(body["api_address"], "127.0.0.1:1");
    }

    #[tokio::test]
    async fn the_api_address_is_the_one_that_the_client_used() {
        for host in ["sandbox:8420", "localhost:1", "[::1]:1"] {
            let request = Request::builder().uri(INFO).header(header::HOST, host);
            let response = respond(&shared(), request.body(Full::from("")).unwrap()).await.unwrap();
            let body = response.into_body().collect().await.unwrap().to_bytes();
            let body: Value = serde_json::from_slice(&body).unwrap();
            assert_eq!((&body["api_address"], &body["debugger_address"]), (&host.into(), &host.into()));
        }
    }
}
