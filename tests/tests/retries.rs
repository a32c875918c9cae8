//! Retries, and the errors after them.

mod scripted;

use std::error::Error as _;
use std::time::{Duration, Instant};

use scripted::{ScriptedServer, Step};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ClientBuilder;
use vox_accounts::vox_core::meta::Kind;
use vox_tests::ARRIVAL;

/// Good responses of the two methods.
const GOOD: &str = r#"{"result": {"account_id": 7}}"#;
const CHARGED: &str = r#"{"result": {"charged_amount": 1}}"#;

fn builder(url: &str) -> ClientBuilder {
    let retry = Retry::default().base(Duration::from_millis(1));
    Client::builder().credentials(ApiKey::by_id(7, "hunter2")).base_url(url).retry(retry)
}

/// Calls a method of this kind. Returns the number of attempts or the error, and the number of requests.
async fn call(kind: Kind, steps: impl IntoIterator<Item = Step>) -> (Result<u32, Error>, usize) {
    let server = ScriptedServer::start(steps).await;
    let client = builder(&server.url).build().unwrap();
    let response = match kind {
        Kind::Read => GetAccountInfo::default().send_raw(&client).await,
        Kind::Write => ChargeAccount { phone: Phones::Id(1.into()) }.send_raw(&client).await,
    };
    (response.map(|response| response.attempts()), server.requests().len())
}

#[tokio::test]
async fn a_read_is_retried_after_every_temporary_failure() {
    let steps = [Step::status(503), Step::Close, Step::error(340), Step::Respond(200, "", GOOD.to_owned())];
    let (result, requests) = call(Kind::Read, steps).await;
    assert_eq!((result.unwrap(), requests), (4, 4));
}

#[tokio::test]
async fn a_write_is_retried_only_if_it_was_not_processed() {
    for rejection in
        [Step::status(429), Step::error(340), Step::error(314), Step::error(162), Step::error(416)]
    {
        let (result, requests) = call(Kind::Write, [rejection.clone(), rejection, Step::ok(CHARGED)]).await;
        assert_eq!((result.unwrap(), requests), (3, 3));
    }
    for failure in [Step::Close, Step::status(500), Step::status(502), Step::status(503)] {
        let (result, requests) = call(Kind::Write, [failure, Step::ok(CHARGED)]).await;
        let error = result.unwrap_err();
        assert_eq!((error.attempts(), requests), (1, 1), "{error}");
        assert!(error.effect() == Effect::Unknown && !error.is_retryable(), "{error}");
    }
}

#[tokio::test]
async fn permanent_errors_are_not_retried() {
    for kind in [Kind::Read, Kind::Write] {
        for step in [Step::error(100), Step::error(127), Step::status(404), Step::status(302)] {
            let (result, requests) = call(kind, [step]).await;
            assert_eq!((result.unwrap_err().attempts(), requests), (1, 1));
        }
    }
}

#[tokio::test]
async fn the_error_counts_the_attempts() {
    let (result, requests) = call(Kind::Read, [Step::status(503)]).await;
    let error = result.unwrap_err();
    assert_eq!((error.attempts(), requests), (4, 4));
    assert!(error.to_string().contains("HTTP 503 Service Unavailable, 0 bytes (4 attempts in "), "{error}");
    let (result, _) = call(Kind::Write, [Step::status(429), Step::Close]).await;
    let error = result.unwrap_err();
    assert_eq!(error.attempts(), 2);
    assert!(error.to_string().contains(" (2 attempts in "), "{error}");
    assert!(
        error.to_string().ends_with("; the operation may have taken effect, so check before you retry"),
        "{error}"
    );
}

#[tokio::test]
async fn a_decode_error_after_retries_counts_the_attempts() {
    let server = ScriptedServer::start([
        Step::status(503),
        Step::ok(r#"{"result": {"account_id": "x", "account_name": "n"}}"#),
    ])
    .await;
    let client = builder(&server.url).build().unwrap();
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn a_call_rejected_before_sending_makes_no_attempt() {
    let client = builder("http://127.0.0.1:1").roles([Role::Payer]).build().unwrap();
    assert_eq!(GetChildrenAccounts::default().send(&client).await.unwrap_err().attempts(), 0);
    let bad = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    let client = builder("http://127.0.0.1:1").build().unwrap();
    assert_eq!(bad.send(&client).await.unwrap_err().attempts(), 0);
}

#[tokio::test]
async fn a_retry_waits_as_long_as_the_server_asks() {
    let now = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\nretry-after: Sun, 06 Nov 1994 08:49:38 GMT\r\n";
    for headers in ["retry-after: 1\r\n", now] {
        let begun = Instant::now();
        let steps = [Step::Respond(429, headers, String::new()), Step::ok(CHARGED)];
        let (result, requests) = call(Kind::Write, steps).await;
        assert_eq!((result.unwrap(), requests), (2, 2));
        assert!(begun.elapsed() >= Duration::from_secs(1));
    }
}

#[tokio::test]
async fn a_pause_that_would_outlast_the_timeout_is_not_begun() {
    let steps = [Step::Respond(429, "retry-after: 3600\r\n", String::new()), Step::ok(CHARGED)];
    let (result, requests) = call(Kind::Write, steps).await;
    let error = result.unwrap_err();
    assert_eq!((error.attempts(), requests), (1, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
}

#[tokio::test]
async fn nothing_is_retried_if_retries_are_disabled() {
    let server = ScriptedServer::start([Step::status(503)]).await;
    let client = builder(&server.url).retry(Retry::never()).build().unwrap();
    assert_eq!(GetAccountInfo::default().send(&client).await.unwrap_err().attempts(), 1);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_write_is_retried_after_a_refused_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = builder(&url).build().unwrap();
    let error = ChargeAccount { phone: Phones::Id(1.into()) }.send(&client).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()), "{error}");
    assert_eq!(error.attempts(), 4);
}

/// A port where the kernel accepts connections, but no server responds.
async fn silent_port() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

#[tokio::test]
async fn a_call_that_times_out_in_the_tls_handshake_was_not_sent() {
    let (_listener, address) = silent_port().await;
    let client = builder(&format!("https://{address}")).timeout(Duration::from_millis(200)).build().unwrap();
    let error = ChargeAccount { phone: Phones::Id(1.into()) }.send(&client).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()), "{error}");
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        "ChargeAccount: the request to 127.0.0.1 was not sent: the call's timeout of 200 ms has passed"
    );
}

#[tokio::test]
async fn an_error_names_the_connect_timeout() {
    let (_listener, address) = silent_port().await;
    let builder = builder(&format!("https://{address}")).connect_timeout(Duration::from_millis(100));
    let client = builder.retry(Retry::never()).build().unwrap();
    let error = ChargeAccount { phone: Phones::Id(1.into()) }.send(&client).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "ChargeAccount: the request to 127.0.0.1 was not sent: the connect timeout of 100 ms has passed"
    );
    assert!(error.is_timeout() && error.is_retryable());
}

#[tokio::test]
async fn a_written_request_is_never_reported_as_not_sent() {
    // With parameters, and without any.
    for params in [vec![("a", "b")], vec![]] {
        let server = ScriptedServer::start([Step::Silence]).await;
        let client = Client::builder().credentials(Credentials::Token("token".into())).base_url(&server.url);
        let client = client.timeout(ARRIVAL).build().unwrap();
        let error = client.call("DelUser", params).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(error) if !error.is_not_sent()), "{error}");
        assert_eq!(server.requests().len(), 1);
        assert!(error.to_string().contains("the call's timeout of 2 s has passed"), "{error}");
    }
}

#[tokio::test]
async fn the_read_timeout_applies_to_each_attempt() {
    let server = ScriptedServer::start([Step::Silence]).await;
    let builder = builder(&server.url).read_timeout(ARRIVAL);
    let client = builder.retry(Retry::never()).build().unwrap();
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GetAccountInfo: no complete response from 127.0.0.1: the read timeout has passed: nothing arrived for 2 s"
    );
    assert!(error.is_timeout());
    // A read is retried, and each attempt has its own read timeout.
    let client = client.with(CallOptions::new().retry(Retry::default().base(Duration::from_millis(1))));
    assert_eq!(GetAccountInfo::default().send(&client).await.unwrap_err().attempts(), 4);
    assert_eq!(server.requests().len(), 5);
}

#[tokio::test]
async fn bodies_have_a_length_and_are_not_chunked() {
    let server = ScriptedServer::start([Step::ok(r#"{"result": 1}"#)]).await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url).build().unwrap();
    client.call("One", [("a", "b c")]).await.unwrap();
    let none: [(&str, &str); 0] = [];
    client.call("Two", none).await.unwrap();
    let requests = server.requests();
    assert!(requests[0].contains("\r\ncontent-length: 5\r\n") && requests[0].ends_with("\r\n\r\na=b+c"));
    assert!(requests[1].contains("\r\ncontent-length: 0\r\n"), "{}", requests[1]);
    assert!(!requests.concat().contains("transfer-encoding"));
}

#[tokio::test]
async fn calls_wait_for_their_turn() {
    let server = ScriptedServer::start([Step::Silence]).await;
    let client = builder(&server.url).max_in_flight(1).build().unwrap();
    let first = tokio::spawn(GetAccountInfo::default().send(&client));
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let impatient = client.with(CallOptions::new().timeout(ARRIVAL));
    let error = ChargeAccount { phone: Phones::Id(1.into()) }.send(&impatient).await.unwrap_err();
    assert_eq!((error.attempts(), error.effect()), (0, Effect::None));
    assert!(error.to_string().ends_with("timeout of 2 s passed while it waited for its turn"), "{error}");
    assert_eq!(server.requests().len(), 1);
    // A dropped call gives its turn back.
    first.abort();
    let error = ChargeAccount { phone: Phones::Id(1.into()) }.send(&impatient).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_pause_between_attempts_does_not_keep_the_turn() {
    let busy = Step::Respond(429, "retry-after: 2\r\n", String::new());
    let server = ScriptedServer::start([busy, Step::ok(GOOD)]).await;
    let client = builder(&server.url).max_in_flight(1).build().unwrap();
    let pausing = tokio::spawn(GetAccountInfo::default().send(&client));
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // If the pausing call kept its turn, this call would be the third request.
    GetAccountInfo::default().send(&client).await.unwrap();
    assert_eq!(server.requests().len(), 2);
    pausing.await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 3);
}

#[test]
fn max_in_flight_of_zero_is_invalid() {
    let error = builder("http://127.0.0.1:1").max_in_flight(0).build().unwrap_err();
    assert!(error.to_string().contains("`max_in_flight` is 0"), "{error}");
}

/// The messages of the error's sources, the innermost last.
fn sources(error: &Error) -> Vec<String> {
    std::iter::successors(error.source(), |&source| source.source()).map(ToString::to_string).collect()
}

/// A DNS resolver that does not find any host.
struct EmptyResolver;

impl reqwest::dns::Resolve for EmptyResolver {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        Box::pin(std::future::ready(Err("no such host is known".into())))
    }
}

#[tokio::test]
async fn errors_of_connecting_name_host_and_cause_as_do_their_sources() {
    let (listener, closed) = silent_port().await;
    drop(listener);
    let (plain, no_tls) = silent_port().await;
    tokio::spawn(async move {
        let (mut stream, _) = plain.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        std::future::pending::<()>().await;
    });
    let (_listener, silent) = silent_port().await;
    let nameless = reqwest::Client::builder().dns_resolver(EmptyResolver).no_proxy().build().unwrap();
    let failures = [
        (builder(&format!("http://{closed}")), "127.0.0.1", "onnection refused"),
        (
            builder("https://vox.invalid").transport(vox_core::transport::from_reqwest(nameless)),
            "vox.invalid",
            "no such host is known",
        ),
        (builder(&format!("https://{no_tls}")), "127.0.0.1", "InvalidContentType"),
        (
            builder(&format!("https://{silent}")).timeout(Duration::from_millis(100)),
            "127.0.0.1",
            "the call's timeout of 100 ms has passed",
        ),
    ];
    for (builder, host, cause) in failures {
        let client = builder.retry(Retry::never()).build().unwrap();
        let error = GetAccountInfo::default().send(&client).await.unwrap_err();
        let text = error.to_string();
        assert_eq!(text.matches(cause).count(), 1, "{text}");
        assert!(text.contains(&format!(" to {host} was not sent")), "{text}");
        let sources = sources(&error);
        assert!(sources.last().is_some_and(|last| text.contains(last)), "{text}: {sources:?}");
        assert!(!sources.concat().contains("platform_api"), "{sources:?}");
    }
}
