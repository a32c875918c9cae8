//! The client against a server of a few lines.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use http::StatusCode;

use super::*;
use crate::auth::{ApiKey, Credentials};
use crate::error::tests::Sample;
use crate::error::{Effect, ErrorKind, TransportError};
use crate::method_ext::MethodExt;
use crate::roles;

/// Sends these bytes in response to one request, and returns the request.
fn server(response: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let request = read_request(&mut stream);
        stream.write_all(response.as_bytes()).unwrap();
        request
    });
    (url, thread)
}

fn read_request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if length.is_none_or(|length| length.parse::<usize>().unwrap() <= body.len()) {
                return text;
            }
        }
        let read = stream.read(&mut piece).unwrap();
        assert_ne!(read, 0, "the request is cut off: {text}");
        request.extend_from_slice(&piece[..read]);
    }
}

fn builder(url: &str) -> ClientBuilder {
    Client::builder().credentials(ApiKey::by_id(1, "hunter2")).base_url(url)
}

fn client(url: &str) -> Client {
    builder(url).build().unwrap()
}

#[test]
fn calls_can_be_spawned() {
    fn good<T: Send + Sync + Unpin + 'static>() {}
    fn spawnable<T: Send + Unpin + 'static>() {}
    good::<Client<roles::Payer>>();
    spawnable::<Call<serde_json::Value>>();
    assert!(size_of::<Call<serde_json::Value>>() <= 96);
}

#[test]
fn a_client_without_credentials_is_an_error() {
    let error = Client::builder().build().unwrap_err();
    assert!(error.to_string().contains("no credentials"), "{error}");
    assert!(Client::builder().credentials(Credentials::None).base_url("http://example.com").build().is_err());
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn the_default_address_needs_no_setting() {
    assert!(Client::builder().credentials(Credentials::None).build().is_ok());
}

#[test]
fn nothing_shows_the_key() {
    let builder = builder("http://localhost");
    let shown = format!("{builder:?} {:?}", builder.clone().build().unwrap());
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn a_call_goes_there_and_back() {
    let (url, request) = server("HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{\"result\":1}");
    let response = Sample.send(&client(&url).with_role::<roles::Payer>()).await.unwrap();
    assert_eq!(response["result"], 1);
    let request = request.join().unwrap();
    assert!(request.starts_with("POST /platform_api/GetSample HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("\r\nuser-agent: vox/0.1.0\r\n"), "{request}");
    assert!(request.ends_with("\r\n\r\nname=x&account_id=1&api_key=hunter2"), "{request}");
}

#[tokio::test]
async fn a_missing_role_is_an_error_before_anything_is_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = builder(&url).roles([Role::Payer]).build().unwrap();
    let error = Sample.send(&client).await.unwrap_err();
    let ErrorKind::Forbidden(missing) = error.kind() else { panic!("{error}") };
    assert_eq!(missing.required(), [Role::Owner, Role::Admin]);
    assert_eq!(missing.held(), [Role::Payer]);
    drop(Sample.send(&client));
    assert_eq!(listener.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (url, _) = server("HTTP/1.1 307 Moved\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n");
    let error = Sample.send(&client(&url)).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
}

#[tokio::test]
async fn large_responses_are_rejected_announced_or_not() {
    let announced = "HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n";
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n";
    for response in [announced, chunked] {
        let (url, _) = server(response);
        let client = builder(&url).max_response_bytes(15).build().unwrap();
        let error = Sample.send(&client).await.unwrap_err();
        assert!(error.to_string().contains("larger than the allowed 15 bytes"), "{error}");
    }
}

#[tokio::test]
async fn no_connection_differs_from_no_response() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let once = |url: &str| client(url).with(CallOptions::new().retry(Retry::never()));
    let hasty = once(&url).with(CallOptions::new().timeout(Duration::from_secs(2)));
    let error = Sample.send(&hasty).await.unwrap_err();
    assert!(!transport(&error).is_not_sent(), "{error}");
    assert!(error.is_timeout() && error.attempts() == 1, "{error:?}");
    drop(listener);
    let error = Sample.send(&once(&url)).await.unwrap_err();
    assert!(transport(&error).is_not_sent(), "{error}");
    assert_eq!(error.effect(), Effect::None);
    assert!(!format!("{error} {error:?}").contains("platform_api"), "{error:?}");
}

/// As with a transport that is a test double.
#[tokio::test]
async fn calls_that_never_wait_let_other_tasks_run() {
    let double = crate::transport::from_fn(|_| async { Ok(http::Response::new(r#"{"result": 1}"#)) });
    let client =
        Client::builder().credentials(ApiKey::by_id(1, "hunter2")).transport(double).build().unwrap();
    let other = tokio::spawn(async {});
    for _ in 0..1_000 {
        client.call("DelUser", [("user_id", "7")]).await.unwrap();
    }
    assert!(other.is_finished());
}

#[tokio::test]
async fn a_broken_response_is_no_response() {
    let (url, _) = server("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"result\":");
    let error = Sample.send(&builder(&url).retry(Retry::never()).build().unwrap()).await.unwrap_err();
    assert!(!transport(&error).is_not_sent(), "{error}");
}

fn transport(error: &crate::error::Error) -> &TransportError {
    match error.kind() {
        ErrorKind::Transport(transport) => transport,
        _ => panic!("{error}"),
    }
}

/// hyper sends no byte of a request whose body fails, not even its head.
#[tokio::test]
async fn a_request_that_was_given_up_never_leaves() {
    for form in ["a=b", ""] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/x", listener.local_addr().unwrap()).parse().unwrap();
        let server = thread::spawn(move || {
            let mut received = Vec::new();
            let _ = listener.accept().unwrap().0.read_to_end(&mut received);
            received
        });
        let (body, progress) = crate::transport::RequestBody::new(
            form.into(),
            tokio::time::Instant::now() + Duration::from_secs(60),
        );
        assert!(progress.give_up());
        let mut request = reqwest::Request::new(reqwest::Method::POST, url);
        *request.body_mut() = Some(reqwest::Body::wrap(body));
        let http = reqwest::Client::builder().http1_only().no_proxy().build().unwrap();
        http.execute(request).await.unwrap_err();
        drop(http);
        assert_eq!(server.join().unwrap(), b"", "{form}");
    }
}
