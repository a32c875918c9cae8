//! From one HTTP request to its answer.

use std::fmt;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use http::request::Parts;
use http::{Method, Request, Response, StatusCode, header};
use http_body::Body;
use http_body_util::Full;

use super::faulty;
use crate::call::Call;
use crate::clock::http_date;
use crate::errors::Failure;
use crate::page;
use crate::shared::Shared;
use crate::wire::body;
use crate::wire::envelope::Answer;
use crate::wire::request::{Authorization, path_name};

/// The connection is to be closed without an answer.
#[derive(Debug)]
pub(crate) struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dropped on purpose")
    }
}

impl std::error::Error for Dropped {}

pub(super) type Reply = Response<Full<Bytes>>;

/// Answers a request. An error closes the connection.
pub(crate) async fn respond<B: Body<Data = Bytes> + Unpin>(
    shared: &Shared,
    request: Request<B>,
) -> Result<Reply, Dropped> {
    shared.requests.fetch_add(1, Ordering::Relaxed);
    let (parts, body) = request.into_parts();
    // The body is read even where the answer is known before: the connection can then be used again.
    let body = body::read(body, shared.body_limit).await;
    let mut reply = match (parts.uri.path(), path_name(parts.uri.path())) {
        ("/", _) => page::answer(shared, &parts.method),
        (_, None) => refused(&Failure::UNKNOWN_METHOD, StatusCode::NOT_FOUND),
        (_, Some(_)) if !matches!(parts.method, Method::GET | Method::POST) => {
            let failure = Failure::unreadable_request("the API is called by GET or POST");
            refused(&failure, StatusCode::METHOD_NOT_ALLOWED)
        }
        (_, Some(name)) => {
            let call = Call::read(&parts, name, body, shared.body_limit);
            match shared.faults.take(call.name()) {
                None => carry_out(shared, &parts, &call),
                Some(fault) => faulty::answer(fault, shared, &parts, &call).await?,
            }
        }
    };
    // Otherwise the HTTP server would tell the machine's time, which is not the one that tokens are judged by.
    if let Ok(date) = http_date(shared.clock.now()).parse() {
        reply.headers_mut().insert(header::DATE, date);
    }
    Ok(reply)
}

fn refused(failure: &Failure, status: StatusCode) -> Reply {
    Answer::failure(&failure.clone().into()).with_status(status).into_response()
}

/// Carries a call out and notes it.
pub(super) fn carry_out(shared: &Shared, parts: &Parts, call: &Call) -> Reply {
    let received = call.received(shared.clock.now());
    let answer = call.answer(shared, &Authorization::read(&parts.headers));
    shared.calls.push(answer.note(received, call.record()));
    answer.into_response()
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;
    use serde_json::Value;

    use super::*;
    use crate::builder::SandboxBuilder;
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
        SandboxBuilder::default().body_limit(64).share("http", "127.0.0.1:1".into(), accounts).unwrap()
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
