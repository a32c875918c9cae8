//! Raw responses, and undeclared methods.

use serde_json::Value;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_sandbox::Sandbox;

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn a_raw_response_decodes_as_any_type() {
    let (sandbox, client) = sandbox().await;
    let response = GetAccountInfo::default().send_raw(&client).await.unwrap();
    assert_eq!(response.status(), 200);
    let json: Value = response.decode().unwrap();
    assert_eq!(json["result"]["account_id"], sandbox.account_id());
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(body, json);
    assert!(response.decode::<Vec<u8>>().is_err());
    assert!(!format!("{response:?}").contains("sandbox-parent"));
}

#[tokio::test]
async fn an_undeclared_method_is_called_by_its_name() {
    let (sandbox, client) = sandbox().await;
    let response = client.call("GetAccountInfo", [("return_live_balance", "true")]).await.unwrap();
    let json: Value = response.decode().unwrap();
    assert_eq!(json["result"]["account_id"], sandbox.account_id());
    let none: [(&str, &str); 0] = [];
    let error = client.call("GetNothing", none).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::UNKNOWN_COMMAND));
    assert_eq!(error.method(), Some("GetNothing"));
}

#[tokio::test]
async fn credentials_in_an_undeclared_request_replace_those_of_the_client() {
    let sandbox = Sandbox::start().await.unwrap();
    let key = ApiKey::by_id(7, "wrong");
    let client = Client::builder().credentials(key).base_url(sandbox.base_url()).build().unwrap();
    let account = sandbox.account_id().to_string();
    let api_key = sandbox.api_key();
    let params = [("account_id", account.as_str()), ("api_key", api_key.expose())];
    client.call("GetAccountInfo", params).await.unwrap();
    assert_eq!(sandbox.requests()[0].params.iter().filter(|(name, _)| name == "account_id").count(), 1);
}

#[tokio::test]
async fn invalid_raw_calls_are_rejected_before_sending() {
    let (sandbox, client) = sandbox().await;
    let request = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    assert!(request.send_raw(&client).await.unwrap_err().violations().is_some());
    let error = client.call("../Other", [("a", "b")]).await.unwrap_err();
    assert!(error.to_string().contains("`../Other` is not a method's name"), "{error}");
    assert_eq!(sandbox.requests_received(), 0);
}
