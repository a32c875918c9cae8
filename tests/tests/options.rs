//! Options of single calls.

mod scripted;

use std::time::Duration;

use scripted::{ScriptedServer, Step};
use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;
use vox_tests::ARRIVAL;

fn client(url: &str) -> Client {
    Client::builder().credentials(Credentials::None).base_url(url).build().unwrap()
}

#[tokio::test]
async fn headers_are_sent_with_every_kind_of_call() {
    let body = r#"{"result": [{"account_id": 1}], "total_count": 1}"#;
    let server = ScriptedServer::start([Step::ok(body)]).await;
    let client = client(&server.url).with(CallOptions::new().header("X-Request-Id", "4711").unwrap());
    client.call("One", [("a", "b")]).await.unwrap();
    GetChildrenAccounts::default().send_raw(&client).await.unwrap();
    GetChildrenAccounts::default().send(&client.with_role::<roles::Owner>()).await.unwrap();
    assert!(GetChildrenAccounts::default().items(&client).next().await.unwrap().is_ok());
    let requests = server.requests();
    assert_eq!(requests.len(), 4);
    for request in requests {
        assert!(request.contains("\r\nx-request-id: 4711\r\n"), "{request}");
    }
}

#[tokio::test]
async fn later_options_override_only_what_they_set() {
    let server = ScriptedServer::start([Step::status(503)]).await;
    let first =
        CallOptions::new().retry(Retry::never()).header("x-one", "1").unwrap().header("x-two", "1").unwrap();
    let client = client(&server.url).with(first);
    let client = client.with(CallOptions::new().header("x-two", "2").unwrap());
    assert_eq!(GetAccountInfo::default().send(&client).await.unwrap_err().attempts(), 1);
    let request = &server.requests()[0];
    assert!(request.contains("\r\nx-one: 1\r\n") && request.contains("\r\nx-two: 2\r\n"), "{request}");
    assert!(!request.contains("x-two: 1"), "{request}");
}

#[tokio::test]
async fn the_client_itself_stays_as_it_was() {
    let server = ScriptedServer::start([Step::Silence]).await;
    let other = ScriptedServer::start([Step::ok(r#"{"result": {"account_id": 1}}"#)]).await;
    let client = client(&server.url);
    let there = client.with(CallOptions::new().base_url(&other.url).unwrap());
    GetAccountInfo::default().send_raw(&there).await.unwrap();
    assert_eq!((server.requests().len(), other.requests().len()), (0, 1));
    let hasty = client.with(CallOptions::new().timeout(ARRIVAL));
    let error = GetAccountInfo::default().send(&hasty).await.unwrap_err();
    assert!(error.to_string().contains("timeout of 2 s"), "{error}");
    assert_eq!(server.requests().len(), 1);
    let shown = format!("{client:?}");
    assert!(shown.contains("timeout: 90s"), "{shown}");
}

#[tokio::test]
async fn a_client_for_https_does_not_send_plain_text() {
    let server = ScriptedServer::start([Step::ok("{}")]).await;
    let client = Client::builder().credentials(Credentials::None).build().unwrap();
    let here = client.with(CallOptions::new().base_url(&server.url).unwrap());
    let error = GetAccountInfo::default().send(&here).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
    assert!(error.to_string().contains("in plain text: build a client for it"), "{error}");
    assert_eq!(server.requests().len(), 0);
}

#[test]
fn headers_of_the_client_cannot_be_set() {
    for name in ["Accept-Encoding", "accept", "Authorization", "Content-Type", "HOST", "Transfer-Encoding"] {
        let error = CallOptions::new().header(name, "hunter2").unwrap_err().to_string();
        assert!(error.contains("is set by the client"), "{error}");
        assert!(error.contains(&name.to_lowercase()) && !error.contains("hunter2"), "{error}");
    }
}

#[test]
fn unusable_addresses_are_rejected_when_they_are_set() {
    for url in ["https://999.1.1.1", "https://a..b", "https://host:99999", "http://api.voximplant.com"] {
        let builder = Client::builder().credentials(Credentials::None).base_url(url);
        assert!(builder.build().is_err(), "{url}");
        assert!(CallOptions::new().base_url(url).is_err(), "{url}");
    }
}

#[tokio::test]
async fn undeclared_methods_are_retried_if_they_read() {
    let server = ScriptedServer::start([Step::status(503), Step::ok(r#"{"result": 1}"#)]).await;
    let client = client(&server.url).with(CallOptions::new().retry(Retry::default().base(Duration::ZERO)));
    // A name built at run time.
    let name = format!("Get{}", "Things");
    assert_eq!(client.call_read(name, [("a", "b")]).await.unwrap().attempts(), 2);
    let server = ScriptedServer::start([Step::status(503), Step::ok(r#"{"result": 1}"#)]).await;
    let client = client.with(CallOptions::new().base_url(&server.url).unwrap());
    let error = client.call("SetThings".to_owned(), [("a", "b")]).await.unwrap_err();
    assert_eq!((error.attempts(), error.method()), (1, Some("SetThings")));
}

#[tokio::test]
async fn requests_are_sent_by_a_given_http_client() {
    let sandbox = Sandbox::start().await.unwrap();
    let own = reqwest::Client::builder().user_agent("mine").no_proxy().build().unwrap();
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).transport(vox_core::transport::from_reqwest(own));
    let client = builder.clone().base_url(sandbox.base_url()).build().unwrap();
    GetAccountInfo::default().send(&client).await.unwrap();
    // Nothing shows whether it has sent the request, so a timeout counts as "no response".
    let server = ScriptedServer::start([Step::Silence]).await;
    let builder = builder.base_url(&server.url).timeout(ARRIVAL);
    let error = GetAccountInfo::default().send(&builder.build().unwrap()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    assert!(server.requests()[0].contains("user-agent: mine"));
}
