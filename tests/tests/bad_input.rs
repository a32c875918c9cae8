//! Bad requests get the API's error envelope and leave the sandbox serving.

use std::time::Duration;

use serde_json::Value;
use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;

/// Posts a body and returns the code of the error in the API's envelope.
async fn error_code(sandbox: &Sandbox, path: &str, body: impl Into<reqwest::Body>) -> i64 {
    error_code_with_token(sandbox, path, body, None).await
}

async fn error_code_with_token(
    sandbox: &Sandbox,
    path: &str,
    body: impl Into<reqwest::Body>,
    token: Option<&str>,
) -> i64 {
    let mut request = reqwest::Client::builder()
        .no_proxy()
        .build()
        .unwrap()
        .post(format!("{}/platform_api{path}", sandbox.base_url()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    let response = request.send().await.unwrap();
    let content_type = response.headers()["content-type"].to_str().unwrap().to_owned();
    assert!(content_type.starts_with("application/json"), "{content_type}");
    let body = response.bytes().await.unwrap();
    let json: Value = serde_json::from_slice(&body).unwrap();
    assert!(json["error"]["msg"].as_str().is_some_and(|message| !message.is_empty()), "{json}");
    json["error"]["code"].as_i64().unwrap()
}

/// Checks that the sandbox still serves a valid request.
async fn assert_serves(sandbox: &Sandbox) {
    let client = sandbox.client().unwrap();
    GetAccountInfo::default().send(&client).await.unwrap();
}

fn with_key(sandbox: &Sandbox, params: &str) -> String {
    format!("account_id={}&api_key={}&{params}", sandbox.account_id(), sandbox.api_key().expose())
}

#[tokio::test]
async fn malformed_requests_are_rejected() {
    let sandbox = Sandbox::start().await.unwrap();
    assert_eq!(error_code(&sandbox, "/GetAccountInfo", "a=%zz").await, 101);
    assert_eq!(error_code(&sandbox, "/GetAccountInfo", "a=%ff").await, 101);
    assert_eq!(error_code(&sandbox, "/GetAccountInfo?a=%4", "").await, 101);
    assert_eq!(error_code(&sandbox, "", "a=b").await, 102);
    assert_eq!(error_code(&sandbox, "/NoSuchMethod", "a=b").await, 103);
    assert_eq!(error_code(&sandbox, "/getaccountinfo", "a=b").await, 103);
    assert_serves(&sandbox).await;
}

#[tokio::test]
async fn an_oversized_body_is_rejected() {
    let sandbox = Sandbox::builder().body_limit(10_000).start().await.unwrap();
    let code = error_code(&sandbox, "/GetAccountInfo", format!("a={}", "x".repeat(20_000))).await;
    assert!(code > 0);
    assert_serves(&sandbox).await;
}

#[tokio::test]
async fn missing_and_wrong_parameters_are_rejected() {
    let sandbox = Sandbox::start().await.unwrap();
    let parent = format!(
        "parent_account_id={}&parent_account_api_key={}",
        sandbox.account_id(),
        sandbox.api_key().expose()
    );
    let rest = "account_name=child-one&account_email=a@example.com&account_password=Str0ng!pass";
    assert_eq!(error_code(&sandbox, "/AddAccount", parent.clone()).await, 485);
    assert_eq!(
        error_code(
            &sandbox,
            "/AddAccount",
            format!("{parent}&{rest}&record_storage_id=1&record_storage_name=a")
        )
        .await,
        458
    );
    let short = rest.replace("child-one", "x");
    assert_eq!(error_code(&sandbox, "/AddAccount", format!("{parent}&{short}")).await, 113);
    let number = with_key(&sandbox, "count=many");
    assert!(error_code(&sandbox, "/GetChildrenAccounts", number).await > 0);
    let unknown_id = with_key(&sandbox, "child_account_id=999999");
    assert_eq!(error_code(&sandbox, "/GetChildrenAccounts", unknown_id).await, 194);
    assert_serves(&sandbox).await;
}

/// A token of the sandbox's service account.
fn token(sandbox: &Sandbox) -> String {
    let auth = Auth::new(ServiceAccount::from_json(&sandbox.credentials_json()).unwrap());
    let request = GetAccountInfo::default().to_http(&auth).unwrap();
    request.headers()["authorization"].to_str().unwrap().trim_start_matches("Bearer ").to_owned()
}

#[tokio::test]
async fn bad_credentials_are_rejected() {
    let sandbox = Sandbox::start().await.unwrap();
    let call = |token: String| {
        let sandbox = &sandbox;
        async move { error_code_with_token(sandbox, "/GetAccountInfo", "", Some(&token)).await }
    };
    assert_eq!(error_code(&sandbox, "/GetAccountInfo", "").await, 100);
    let account = sandbox.account_id();
    assert_eq!(
        error_code(&sandbox, "/GetAccountInfo", format!("account_id={account}&api_key=no")).await,
        100
    );
    assert_eq!(error_code(&sandbox, "/GetAccountInfo", format!("account_id={account}")).await, 100);

    let good = token(&sandbox);
    let mut parts: Vec<_> = good.split('.').map(str::to_owned).collect();
    assert_eq!(call("not-a-token".into()).await, 447);
    assert_eq!(call(format!("{}.{}", parts[0], parts[1])).await, 447);
    // With an invalid signature.
    let forged = format!("{}.{}.{}", parts[0], parts[1], parts[2].chars().rev().collect::<String>());
    assert!(matches!(call(forged).await, 100 | 447));
    // Signed with the key of another sandbox.
    let other = Sandbox::start().await.unwrap();
    assert!(matches!(call(token(&other)).await, 100 | 433));
    // With a changed claim.
    parts[1].insert(4, 'A');
    assert!(matches!(call(parts.join(".")).await, 100 | 447));
    assert_serves(&sandbox).await;
}

#[tokio::test]
async fn expired_and_future_tokens_are_rejected() {
    let sandbox = Sandbox::start().await.unwrap();
    let late = token(&sandbox);
    sandbox.clock().advance(Duration::from_secs(2 * 3600));
    assert_eq!(error_code_with_token(&sandbox, "/GetAccountInfo", "", Some(&late)).await, 456);
    let back = Sandbox::start().await.unwrap();
    let fresh = token(&back);
    back.clock().set(vox_accounts::vox_core::Timestamp::UNIX_EPOCH);
    assert_eq!(error_code_with_token(&back, "/GetAccountInfo", "", Some(&fresh)).await, 455);
}
