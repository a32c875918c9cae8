//! Tokens against a server whose clock is another, and keys that are not good.

mod scripted;

use std::time::Duration;

use scripted::{Scripted, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_sandbox::Sandbox;

const HOUR: Duration = Duration::from_secs(3600);

fn account(sandbox: &Sandbox) -> ServiceAccount {
    ServiceAccount::from_json(&sandbox.credentials_json()).unwrap()
}

fn client(credentials: impl Into<Credentials>, url: &str) -> Client {
    Client::builder().credentials(credentials).base_url(url).retry(Retry::never()).build().unwrap()
}

/// The codes of all calls that came.
fn codes(sandbox: &Sandbox) -> Vec<Option<u32>> {
    sandbox.calls().iter().map(|call| call.code).collect()
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_put_right_once() {
    for behind in [false, true] {
        let sandbox = Sandbox::start().await.unwrap();
        let now = sandbox.clock().now();
        sandbox.clock().set(if behind { now - 30 * HOUR } else { now + 30 * HOUR });
        let client = client(account(&sandbox), &sandbox.base_url());
        // A method that changes something, and a client that sends nothing again: nothing was processed.
        let request = SetAccountInfo { account_first_name: Some("Ann".into()), ..Default::default() };
        let answer = request.send_raw(&client).await.unwrap();
        assert_eq!(answer.attempts(), 2);
        let refusal = if behind { 455 } else { 456 };
        assert_eq!(codes(&sandbox), [Some(refusal), None]);
        // The difference is known now, also to clones.
        assert_eq!(GetAccountInfo::default().send_raw(&client.clone()).await.unwrap().attempts(), 1);
    }
}

#[tokio::test]
async fn a_clock_that_jumps_is_followed() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = client(account(&sandbox), &sandbox.base_url());
    let mut attempts = Vec::new();
    for _ in 0..3 {
        attempts.push(GetAccountInfo::default().send_raw(&client).await.unwrap().attempts());
        sandbox.clock().advance(2 * HOUR);
    }
    assert_eq!(attempts, [1, 2, 2]);
}

#[tokio::test]
async fn many_calls_make_one_new_token() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = account(&sandbox);
    let client = client(credentials.clone(), &sandbox.base_url());
    GetAccountInfo::default().send(&client).await.unwrap();
    sandbox.clock().advance(2 * HOUR);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(GetAccountInfo::default().send_raw(&client))).collect();
    for call in calls {
        assert!(call.await.unwrap().unwrap().attempts() <= 2);
    }
    // Whoever was refused late took the token that another had made, so no second one is refused.
    assert_eq!(GetAccountInfo::default().send_raw(&client).await.unwrap().attempts(), 1);
}

#[tokio::test]
async fn a_token_is_made_again_only_once_for_a_call() {
    let sandbox = Sandbox::start().await.unwrap();
    let date = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    let body = r#"{"error": {"code": 456, "msg": "The token has expired."}}"#;
    let server = Scripted::start([Step::Answer(200, date, body.to_owned())]).await;
    let error = GetAccountInfo::default().send(&client(account(&sandbox), &server.url)).await.unwrap_err();
    assert_eq!((error.attempts(), server.requests().len()), (2, 2));
    let tokens: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.lines().find(|line| line.starts_with("authorization: ")).unwrap().to_owned())
        .collect();
    assert_ne!(tokens[0], tokens[1]);
}

#[tokio::test]
async fn without_a_date_there_is_no_better_token() {
    let sandbox = Sandbox::start().await.unwrap();
    let server = Scripted::start([Step::error(456)]).await;
    let error = GetAccountInfo::default().send(&client(account(&sandbox), &server.url)).await.unwrap_err();
    assert_eq!((error.attempts(), server.requests().len()), (1, 1));
}

#[tokio::test]
async fn a_given_token_is_not_renewed() {
    let sandbox = Sandbox::start().await.unwrap();
    let request = GetAccountInfo::default().to_http(&sandbox.auth()).unwrap();
    let token = request.headers()["authorization"].to_str().unwrap().strip_prefix("Bearer ").unwrap();
    let client = client(Credentials::Token(token.into()), &sandbox.base_url());
    GetAccountInfo::default().send(&client).await.unwrap();
    sandbox.clock().advance(2 * HOUR);
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), (Some(ErrorCode::TOKEN_EXPIRED), 1));
    assert!(error.to_string().contains("; called with the token that was given, which is not renewed"));
    assert!(!format!("{error} {error:?}").contains(token));
}

#[tokio::test]
async fn a_wrong_key_is_named() {
    let (sandbox, other) = (Sandbox::start().await.unwrap(), Sandbox::start().await.unwrap());
    let wrong = account(&other).acting_for(4711);
    let error =
        GetAccountInfo::default().send(&client(wrong.clone(), &sandbox.base_url())).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
    let named = format!("; called with the key `{}` of a service account, for account 4711", wrong.key_id());
    assert!(error.to_string().ends_with(&named), "{error}");

    let wrong = ApiKey::by_name("somebody", "hunter2");
    let error = GetAccountInfo::default().send(&client(wrong, &sandbox.base_url())).await.unwrap_err();
    assert!(error.to_string().ends_with("; called with the API key of account `somebody`"), "{error}");
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[tokio::test]
async fn a_key_that_is_not_sent_is_not_blamed() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = client(ApiKey::by_id(sandbox.account_id(), sandbox.api_key()), &sandbox.base_url());
    let request = AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey("wrong".into()))
        .account_name("child-one")
        .account_email("child@example.com")
        .account_password("Str0ng!pass");
    let error = request.send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
    assert!(!error.to_string().contains("called with"), "{error}");
}
