//! The HTTP side: one handler for every request.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::call::Call;
use crate::clock::http_date;
use crate::errors::Failure;
use crate::shared::Shared;
use crate::wire::body;
use crate::wire::envelope::Answer;
use crate::wire::request::{Authorization, path_name};

/// Serves until the other end of `stop` is dropped.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>, stop: oneshot::Receiver<()>) {
    let router = Router::new().fallback(respond).with_state(shared);
    // Answers are small: waiting to fill packets would only delay them.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let stopped = async {
        let _ = stop.await;
    };
    // Serving has no error of its own: failed connections are the clients' affair.
    let _ = axum::serve(listener, router).with_graceful_shutdown(stopped).await;
}

async fn respond(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let mut response = answer(&shared, request).await;
    // Otherwise the HTTP server would tell the machine's time, which is not the one that tokens are judged by.
    if let Ok(date) = http_date(shared.clock.now()).parse() {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

async fn answer(shared: &Shared, request: Request) -> Response {
    shared.requests.fetch_add(1, Ordering::Relaxed);
    let (parts, body) = request.into_parts();
    // The body is read even where the answer is known before: the connection can then be used again.
    let body = body::read(body, shared.body_limit).await;
    let Some(name) = path_name(parts.uri.path()) else {
        return Answer::failure(&Failure::UNKNOWN_METHOD.into())
            .with_status(StatusCode::NOT_FOUND)
            .into_response();
    };
    if !matches!(parts.method, Method::GET | Method::POST) {
        let failure = Failure::unreadable_request("the API is called by GET or POST");
        return Answer::failure(&failure.into()).with_status(StatusCode::METHOD_NOT_ALLOWED).into_response();
    }
    let call = Call::read(&parts, name, body, shared.body_limit);
    let answer = call.answer(shared, &Authorization::read(&parts.headers));
    shared.calls.push(call.received(answer.code));
    answer.into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use serde_json::Value;

    use super::*;
    use crate::auth::ServiceAccount;
    use crate::state::account::Account;
    use crate::state::accounts::Accounts;

    const INFO: &str = "/platform_api/GetAccountInfo?account_name=parent&api_key=key";

    fn shared() -> Arc<Shared> {
        let mut accounts = Accounts::default();
        let secret = vox_core::Secret::from("key");
        let account = Account::new(
            "parent".into(),
            "p@example.com".into(),
            secret.clone(),
            jiff::Timestamp::UNIX_EPOCH,
        );
        let owner = accounts.add(Account { api_key: secret, ..account }).unwrap().id;
        let service_account = ServiceAccount::new(owner, Vec::new());
        Arc::new(Shared::new("127.0.0.1:1".into(), accounts, service_account, 64))
    }

    async fn send(shared: &Arc<Shared>, method: &str, uri: &str, body: &'static str) -> (u16, Value) {
        let request = Request::builder().method(method).uri(uri).body(Body::from(body)).unwrap();
        let response = respond(State(Arc::clone(shared)), request).await;
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
        let status = response.status().as_u16();
        let body = body::read(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap())
    }

    async fn status_and_code(method: &str, uri: &str, body: &'static str) -> (u16, Option<u64>) {
        let (status, answer) = send(&shared(), method, uri, body).await;
        (status, answer["error"]["code"].as_u64())
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
    async fn what_is_no_call_gets_the_envelope_too() {
        let cases = [
            ("POST", "/platform_api/getaccountinfo", "", 200, 103),
            ("POST", "/platform_api/a/b", "", 200, 103),
            ("GET", "/", "", 404, 103),
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
    async fn everything_is_counted_and_calls_are_noted() {
        let shared = shared();
        for (method, uri) in
            [("GET", "/favicon.ico"), ("GET", INFO), ("POST", "/platform_api/Nothing?api_key=x")]
        {
            send(&shared, method, uri, "").await;
        }
        assert_eq!(shared.requests.load(Ordering::Relaxed), 3);
        let calls = shared.calls.all();
        let seen: Vec<_> = calls.iter().map(|call| (call.method.as_str(), call.code)).collect();
        assert_eq!(seen, [("GetAccountInfo", None), ("Nothing", Some(103))]);
        assert!(calls.iter().all(|call| call.param("api_key") == Some("***")));
    }

    #[tokio::test]
    async fn the_key_is_shown_to_who_has_it() {
        let (_, answer) = send(&shared(), "GET", INFO, "").await;
        assert_eq!(answer["result"]["api_key"], "key");
        assert_eq!(answer["api_address"], "127.0.0.1:1");
    }
}
