//! Tokens with a clock skew, and invalid keys.

mod scripted;

use std::time::Duration;

use scripted::{ScriptedServer, Step};
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

/// Moves the sandbox's clock by some hours, forward or back.
fn move_clock(sandbox: &Sandbox, hours: i64) {
    let now = sandbox.clock().now().as_second();
    sandbox.clock().set(Timestamp::from_second(now + hours * 3600).unwrap());
}

/// The codes of the responses to all requests.
fn codes(sandbox: &Sandbox) -> Vec<Option<u32>> {
    sandbox.requests().iter().map(|call| call.code).collect()
}

#[tokio::test]
async fn a_clock_skew_is_corrected_once() {
    for behind in [false, true] {
        let sandbox = Sandbox::start().await.unwrap();
        move_clock(&sandbox, if behind { -23 } else { 23 });
        let client = client(account(&sandbox), &sandbox.base_url());
        // Even a write by a client without retries, as nothing was processed.
        let request = SetAccountInfo { account_first_name: Some("Ann".into()), ..Default::default() };
        let response = request.send_raw(&client).await.unwrap();
        assert_eq!(response.attempts(), 2);
        let code = if behind { 455 } else { 456 };
        assert_eq!(codes(&sandbox), [Some(code), None]);
        // The clock skew is known now, in clones of the credentials, too.
        assert_eq!(GetAccountInfo::default().send_raw(&client.clone()).await.unwrap().attempts(), 1);
    }
}

#[tokio::test]
async fn a_clock_skew_of_more_than_a_day_is_not_corrected() {
    for (skew, code) in [(25, 456), (-25, 455), (24 * 365 * 100, 456)] {
        let sandbox = Sandbox::start().await.unwrap();
        move_clock(&sandbox, skew);
        let client = client(account(&sandbox), &sandbox.base_url());
        let error = GetAccountInfo::default().send(&client).await.unwrap_err();
        assert_eq!((error.code(), error.attempts()), (Some(ErrorCode::new(code)), 1));
        assert_eq!(codes(&sandbox), [Some(code)]);
    }
}

/// Sends a request through another HTTP client. Returns the code of the API's error, and the date of the response.
async fn exchange(auth: &Auth) -> (Option<ErrorCode>, Timestamp) {
    let request = GetAccountInfo::default().to_http(auth).unwrap();
    let (parts, body) = request.into_parts();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let response = http
        .post(parts.uri.to_string())
        .headers(parts.headers)
        .body(body.as_bytes().to_vec())
        .send()
        .await
        .unwrap();
    let date = response.headers()["date"].to_str().unwrap().replace("GMT", "+0000");
    let date = Timestamp::strptime("%a, %d %b %Y %H:%M:%S %z", date).unwrap();
    let result = GetAccountInfo::from_http(http::Response::new(response.bytes().await.unwrap()));
    (result.err().map(|error| error.code().unwrap()), date)
}

#[tokio::test]
async fn a_program_with_another_http_client_can_correct_the_clock_skew() {
    for skew in [23, -23] {
        let sandbox = Sandbox::start().await.unwrap();
        move_clock(&sandbox, skew);
        let auth = Auth::new(account(&sandbox)).base_url(&sandbox.base_url()).unwrap();
        let (code, date) = exchange(&auth).await;
        let expected = if skew > 0 { ErrorCode::TOKEN_EXPIRED } else { ErrorCode::TOKEN_ISSUED_IN_FUTURE };
        assert_eq!(code, Some(expected));
        auth.set_server_time(date).unwrap();
        assert_eq!(exchange(&auth.clone()).await.0, None);
        // A time that is too far away is rejected, and the known clock skew stays.
        let error = auth.set_server_time("9990-01-01T00:00:00Z".parse().unwrap()).unwrap_err().to_string();
        assert!(
            error.starts_with("the server's clock (9990-01-01T00:00:00Z) and the local clock ("),
            "{error}"
        );
        assert_eq!(exchange(&auth).await.0, None);
    }
}

#[tokio::test]
async fn without_a_service_account_the_servers_time_changes_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    for credentials in [Credentials::from(key), Credentials::Token("abc".into()), Credentials::None] {
        let auth = Auth::new(credentials);
        let before = auth.authorization().unwrap();
        auth.set_server_time(Timestamp::MAX).unwrap();
        assert_eq!(auth.authorization().unwrap(), before);
    }
}

#[tokio::test]
async fn a_new_clock_skew_is_corrected_again() {
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
async fn concurrent_calls_sign_one_new_token() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = account(&sandbox);
    let client = client(credentials.clone(), &sandbox.base_url());
    GetAccountInfo::default().send(&client).await.unwrap();
    sandbox.clock().advance(2 * HOUR);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(GetAccountInfo::default().send_raw(&client))).collect();
    for call in calls {
        assert!(call.await.unwrap().unwrap().attempts() <= 2);
    }
    // A call that is rejected later uses the token that another call has renewed, so it needs no further retry.
    assert_eq!(GetAccountInfo::default().send_raw(&client).await.unwrap().attempts(), 1);
}

#[tokio::test]
async fn a_call_renews_its_token_only_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let date = Timestamp::now() - HOUR;
    let date = date.strftime("date: %a, %d %b %Y %H:%M:%S GMT\r\n").to_string().leak();
    let body = r#"{"error": {"code": 456, "msg": "The token has expired."}}"#;
    let server = ScriptedServer::start([Step::Respond(200, date, body.to_owned())]).await;
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
async fn without_a_date_a_token_is_not_renewed() {
    let sandbox = Sandbox::start().await.unwrap();
    let server = ScriptedServer::start([Step::error(456)]).await;
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
    assert!(error.to_string().contains("; called with the given token, which is not renewed"));
    assert!(!format!("{error} {error:?}").contains(token));
}

#[tokio::test]
async fn an_error_names_the_wrong_key() {
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
async fn an_error_does_not_name_a_key_that_was_not_sent() {
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
