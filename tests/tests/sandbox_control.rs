//! A sandbox is controlled while it runs, in Rust and over HTTP.

use std::time::Duration;

use serde_json::{Value, json};
use vox_accounts::GetCurrencyRateResponse;
use vox_accounts::prelude::*;
use vox_core::{ErrorCode, Record as _};
use vox_sandbox::{Fault, FaultRule, Level, NewAccount, ResponseRule, Sandbox};

async fn sandbox() -> Sandbox {
    Sandbox::builder().seed(7).clock("2026-01-31T12:00:00Z".parse().unwrap()).start().await.unwrap()
}

async fn account(client: &Client) -> AccountInfo {
    GetAccountInfo::default().send(client).await.unwrap().result
}

fn rates(eur: i64) -> GetCurrencyRateResponse {
    let mut rates = GetCurrencyRateResponse::blank();
    rates.result.eur = Some(Decimal::from(eur));
    rates
}

/// The status and the JSON of a request under `/_sandbox/`.
async fn control(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    raw(sandbox, method, path, body).await
}

async fn raw(sandbox: &Sandbox, method: &str, path: &str, body: String) -> (u16, Value) {
    let response = reqwest::Client::new()
        .request(method.parse().unwrap(), format!("{}/_sandbox/{path}", sandbox.base_url()))
        .body(body)
        .send()
        .await
        .unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap())
}

async fn get(sandbox: &Sandbox, path: &str) -> Value {
    let (status, body) = control(sandbox, "GET", path, Value::Null).await;
    assert_eq!(status, 200, "{body}");
    body
}

async fn post(sandbox: &Sandbox, path: &str, body: Value) -> Value {
    let (status, body) = control(sandbox, "POST", path, body).await;
    assert_eq!(status, 200, "{body}");
    body
}

async fn delete(sandbox: &Sandbox, path: &str) -> Value {
    let (status, body) = control(sandbox, "DELETE", path, Value::Null).await;
    assert_eq!(status, 200, "{body}");
    body
}

#[tokio::test]
async fn a_reset_restores_the_start() {
    let sandbox = Sandbox::builder()
        .seed(7)
        .child(NewAccount::new("child-one"))
        .fault::<GetAccountInfo>(1, Fault::Api(ErrorCode::new(127)))
        .response_rule(ResponseRule::of::<GetCurrencyRate>(&rates(5)).times(1))
        .start()
        .await
        .unwrap();
    let client = sandbox.client().unwrap();
    let start = sandbox.state();
    for _ in 0..2 {
        let error = GetAccountInfo::default().send(&client).await.unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::new(127)));
        let request = GetCurrencyRate::builder().currency(["EUR".to_owned()]).build();
        assert_eq!(request.send(&client).await.unwrap().result.eur, Some(Decimal::from(5)));
        assert_ne!(request.send(&client).await.unwrap().result.eur, Some(Decimal::from(5)));
        SetAccountInfo { location: Some("x".into()), ..Default::default() }.send(&client).await.unwrap();
        sandbox.set_balance(sandbox.account_id(), 3);
        sandbox.add_account(NewAccount::new("another")).unwrap();
        sandbox.clock().advance(Duration::from_secs(86_400));
        assert_eq!(account(&client).await.balance, Some(Decimal::from(3)));
        assert_eq!(sandbox.requests().len(), 5);

        sandbox.reset();
        assert_eq!((sandbox.requests().len(), sandbox.requests_received()), (0, 0));
        let mut now = sandbox.state();
        now["clock"] = start["clock"].clone();
        assert_eq!(now, start);
    }
}

/// Rules with a probability apply to the same requests after a reset as after the start.
#[tokio::test]
async fn a_reset_restores_the_random_numbers_of_rules() {
    let rule = || FaultRule::of::<GetAccountInfo>(Fault::Api(ErrorCode::new(127))).probability(0.5);
    let sandbox = Sandbox::builder().seed(7).fault_rule(rule()).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let mut runs = Vec::new();
    for _ in 0..3 {
        let mut faults = Vec::new();
        for _ in 0..20 {
            faults.push(GetAccountInfo::default().send(&client).await.is_err());
        }
        // A rule that is added by hand.
        sandbox.faults().clear();
        sandbox.faults().add(rule());
        for _ in 0..20 {
            faults.push(GetAccountInfo::default().send(&client).await.is_err());
        }
        runs.push(faults);
        sandbox.reset();
    }
    assert_eq!((&runs[0], &runs[0]), (&runs[1], &runs[2]));
    assert!(runs[0].contains(&true) && runs[0].contains(&false), "{runs:?}");
}

/// Its id is given to the next account that is added.
#[tokio::test]
async fn a_reset_ends_the_service_accounts_of_accounts_that_are_gone() {
    let sandbox = sandbox().await;
    let added = sandbox.add_account(NewAccount::new("another")).unwrap();
    let credentials = ServiceAccount::from_json(added.credentials_json.expose()).unwrap();
    let clock = sandbox.clock().clone();
    let client = Client::builder()
        .credentials(credentials.with_clock(move || clock.now()))
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    assert_eq!(account(&client).await.account_id, added.account_id);
    sandbox.reset();
    assert_eq!(sandbox.add_account(NewAccount::new("a-third")).unwrap().account_id, added.account_id);
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::new(100)));
    account(&sandbox.client().unwrap()).await;
}

#[tokio::test]
async fn a_state_that_is_read_can_be_set() {
    let sandbox = Sandbox::builder().child(NewAccount::new("child-one").balance(5)).start().await.unwrap();
    let state = sandbox.state();
    assert!(!state.to_string().contains(sandbox.api_key().expose()));
    sandbox.change_state(&state.to_string()).unwrap();
    let mut again = sandbox.state();
    again["clock"] = state["clock"].clone();
    assert_eq!(again, state);
    let other = Sandbox::builder().fixture(&state.to_string()).unwrap().start().await.unwrap();
    let mut of_other = other.state();
    of_other["clock"] = state["clock"].clone();
    assert_eq!(of_other, state);
}

#[tokio::test]
async fn a_change_of_the_state_is_complete_or_not_made() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let state = sandbox.state();
    for (change, expected) in [
        (
            json!({"accounts": [
                {"account_name": "sandbox-parent", "balance": 1},
                {"account_name": "sandbox-parent", "account_email": "none"},
            ]}),
            "the account `sandbox-parent` cannot be changed: `account_email` must be an e-mail address",
        ),
        (json!({"accounts": [{"account_name": "x"}]}), "the account `x` cannot be added"),
        (json!({"prices": {"plans": {"77": 1}}}), "there is no plan_subscription_template_id 77"),
        (json!({"balance": 1}), "`balance`: unknown field"),
        (
            json!({"faults": [{"method": "AddAcount", "drop": "request"}]}),
            "`AddAcount` is not a method of the sandbox; similar: 'AddAccount'",
        ),
    ] {
        let error = sandbox.change_state(&change.to_string()).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        let mut now = sandbox.state();
        now["clock"] = state["clock"].clone();
        assert_eq!(now, state, "{change}");
    }
    let change = json!({
        "clock": "2026-03-01T00:00:00Z",
        "accounts": [{
            "account_name": "sandbox-parent", "balance": "0.5", "active": false,
            "phones": [{"phone_number": "74951234567", "price": 3, "paid_until": "2026-02-01"}],
            "children": [{"account_name": "new-child"}],
        }],
        "prices": {"plans": {"2": 10}},
    });
    sandbox.change_state(&change.to_string()).unwrap();
    let info = account(&client).await;
    assert_eq!((info.balance, info.active), (Some("0.5".parse().unwrap()), Some(false)));
    let due = GetMoneyAmountToCharge::default().send(&client).await.unwrap();
    assert!(due.result.amount.is_some());
    let children = GetChildrenAccounts::default().send(&client).await.unwrap();
    assert_eq!(children.result[0].account_name.as_deref(), Some("new-child"));
}

#[tokio::test]
async fn received_requests_are_typed() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let request = SetAccountInfo { new_account_password: Some("Str0ng!pass".into()), ..Default::default() };
    request.send(&client).await.unwrap();
    account(&client).await;
    assert_eq!(sandbox.received::<SetAccountInfo>(), [request]);
    assert_eq!(sandbox.requests()[1].decode::<SetAccountInfo>(), None);
    assert!(!format!("{:?}", sandbox.requests()).contains("Str0ng"));
}

#[tokio::test]
async fn a_custom_response_replaces_a_valid_one() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let request = GetCurrencyRate::builder().currency(["EUR".to_owned()]).build();
    let id = sandbox.responses().add(ResponseRule::of::<GetCurrencyRate>(&rates(2)).account(7));
    let text = ResponseRule::json("GetCurrencyRate", json!({"error": {"code": 127, "msg": "no"}})).times(1);
    sandbox.responses().add(text);
    sandbox.responses().add(ResponseRule::with(|request: GetCurrencyRate| {
        Ok(rates(i64::try_from(request.currency.len()).unwrap()))
    }));
    assert_eq!(request.send(&client).await.unwrap_err().code(), Some(ErrorCode::new(127)));
    assert_eq!(request.send(&client).await.unwrap().result.eur, Some(Decimal::ONE));
    assert_eq!(sandbox.responses().active()[1].applied, 1);
    // Invalid requests, and those that do not authenticate, are rejected as ever.
    let invalid = client.call("GetCurrencyRate", [("currency", "EUR"), ("date", "x")]).await.unwrap_err();
    assert_eq!(invalid.code(), Some(ErrorCode::new(111)));
    let levels: Vec<_> = sandbox.requests().iter().map(|request| request.level).collect();
    assert_eq!(levels, [Some(Level::Custom), Some(Level::Custom), Some(Level::Stateful)]);
    assert!(sandbox.responses().remove(id) && !sandbox.responses().remove(id));
    sandbox.responses().clear();
    assert_ne!(request.send(&client).await.unwrap().result.eur, Some(Decimal::ONE));
}

#[tokio::test]
async fn a_function_that_panics_gets_a_response_that_is_logged() {
    let sandbox = sandbox().await;
    let respond = |request: AddAccount| {
        assert_eq!(request.account_name, "another-name", "the test expects another name");
        Err(ErrorCode::new(127))
    };
    sandbox.responses().add(ResponseRule::with(respond));
    let request = AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .account_name("child-one")
        .account_email("child@example.com")
        .account_password("Str0ng!pass")
        .build();
    let client = sandbox.client().unwrap();
    let error = request.send(&client).await.unwrap_err();
    assert_eq!(
        (error.status().map(|status| status.as_u16()), error.code(), error.effect()),
        (Some(500), Some(ErrorCode::new(2)), Effect::Unknown)
    );
    let logged = sandbox.requests().remove(0);
    assert_eq!((logged.status, logged.code, logged.level), (Some(500), Some(2), Some(Level::Custom)));
    account(&client).await;
}

#[tokio::test]
async fn each_test_can_have_an_account_of_its_own() {
    let sandbox = sandbox().await;
    let added = sandbox.add_account(NewAccount::new("my-test").child(NewAccount::new("my-child"))).unwrap();
    assert!(!format!("{added:?}").contains(added.api_key.expose()));
    let service_account = ServiceAccount::from_json(added.credentials_json.expose()).unwrap();
    let clock = sandbox.clock().clone();
    let client = Client::builder()
        .credentials(service_account.with_clock(move || clock.now()))
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    assert_eq!(account(&client).await.account_id, added.account_id);
    assert_eq!(GetChildrenAccounts::default().send(&client).await.unwrap().total_count, Some(1));
    let error = sandbox.add_account(NewAccount::new("my-test")).unwrap_err();
    assert!(error.to_string().contains("not unique"), "{error}");
}

#[tokio::test]
async fn a_sandbox_is_described_over_http() {
    let sandbox = Sandbox::builder().control(false).start().await.unwrap();
    assert_eq!(get(&sandbox, "health").await, json!({"status": "ready"}));
    let version = get(&sandbox, "version").await;
    assert_eq!(
        (&version["version"], &version["control"]),
        (&json!(env!("CARGO_PKG_VERSION")), &json!(false))
    );
    let catalog = get(&sandbox, "catalog").await;
    // Methods of other sections follow, where the sandbox has them.
    let names = catalog.as_array().unwrap().iter().map(|method| method["name"].as_str().unwrap());
    let accounts = vox_accounts::METHODS;
    assert!(names.take(accounts.len()).eq(accounts.iter().map(|method| method.name)));
    assert_eq!((&catalog[0]["level"], &catalog[0]["kind"]), (&json!("stateful"), &json!("write")));
    let (status, error) = control(&sandbox, "POST", "reset", Value::Null).await;
    assert_eq!((status, error["error"].as_str().unwrap().split(';').next()), (403, Some("control is off")));
}

#[tokio::test]
async fn the_state_is_controlled_over_http() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let changed = json!({"accounts": [{"account_name": "sandbox-parent", "balance": 3}]});
    assert_eq!(post(&sandbox, "state", changed).await["accounts"][0]["balance"], "3");
    assert_eq!(get(&sandbox, "state").await["accounts"][0]["balance"], "3");
    assert_eq!(account(&client).await.balance, Some(Decimal::from(3)));

    let clock = post(&sandbox, "clock", json!({"now": "2030-01-01T00:00:00Z"})).await;
    assert!(clock["now"].as_str().unwrap().starts_with("2030-01-01T00:00:0"));
    post(&sandbox, "clock", json!({"advance_seconds": 3600})).await;
    assert!(get(&sandbox, "clock").await["now"].as_str().unwrap().starts_with("2030-01-01T01:00:"));
    post(&sandbox, "seed", json!({"seed": 9})).await;

    let added =
        post(&sandbox, "accounts", json!({"account": {"account_name": "my-test"}, "roles": ["Payer"]})).await;
    let key = ApiKey::by_id(added["account_id"].as_u64().unwrap(), added["api_key"].as_str().unwrap());
    let own = Client::builder().credentials(key).base_url(sandbox.base_url()).build().unwrap();
    assert_eq!(account(&own).await.account_name.as_deref(), Some("my-test"));
    assert_eq!(added["credentials"]["account_id"], added["account_id"]);

    let requests = get(&sandbox, "requests?method=GetAccountInfo&limit=1").await;
    assert_eq!((requests.as_array().unwrap().len(), &requests[0]["code"]), (1, &Value::Null));
    assert!(!requests.to_string().contains(added["api_key"].as_str().unwrap()));
    delete(&sandbox, "requests").await;
    assert_eq!(get(&sandbox, "requests").await, json!([]));

    post(&sandbox, "reset", Value::Null).await;
    assert_eq!(account(&client).await.balance, Some(Decimal::from(1000)));
}

#[tokio::test]
async fn rules_are_controlled_over_http() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let rule = json!({"method": "GetAccountInfo", "api_error": 127});
    let first = post(&sandbox, "faults", rule.clone()).await["id"].as_u64().unwrap();
    let second = post(&sandbox, "faults", rule.clone()).await["id"].as_u64().unwrap();
    assert_eq!(get(&sandbox, "faults").await[1], json!({"id": second, "rule": rule, "applied": 0}));
    delete(&sandbox, &format!("faults/{first}")).await;
    assert_eq!(GetAccountInfo::default().send(&client).await.unwrap_err().code(), Some(ErrorCode::new(127)));
    account(&client).await;
    sandbox.faults().add(FaultRule::any(Fault::DropRequest));
    delete(&sandbox, "faults").await;
    account(&client).await;

    let body = json!({"result": {"account_id": 9}});
    let added =
        post(&sandbox, "responses", json!({"method": "GetAccountInfo", "times": 1, "body": body})).await;
    assert_eq!(added, json!({"id": 1}));
    assert_eq!(account(&client).await.account_id, 9);
    let added = post(&sandbox, "responses", json!({"method": "GetAccountInfo", "body": {"x": 1}})).await;
    assert!(
        added["warning"].as_str().unwrap().starts_with("a client of this method gets an error: "),
        "{added}"
    );
    delete(&sandbox, "responses/2").await;
    post(&sandbox, "responses", json!({"method": "GetAccountInfo", "body": {}})).await;
    delete(&sandbox, "responses").await;
    account(&client).await;
}

#[tokio::test]
async fn mistakes_get_an_error_with_the_fix() {
    let sandbox = sandbox().await;
    for (method, path, body, status, expected) in [
        ("GET", "", "", 404, "there is no /_sandbox/; there are GET /_sandbox/health, "),
        ("GET", "nothing", "", 404, "there is no /_sandbox/nothing; there are GET /_sandbox/health, "),
        ("GET", "reset", "", 405, "/_sandbox/reset supports POST"),
        ("PUT", "faults/1", "", 405, "/_sandbox/faults/1 supports DELETE"),
        ("POST", "clock", "{}", 400, "expected either `now` or `advance_seconds`"),
        ("POST", "clock", r#"{"now": "noon"}"#, 400, "`now`: expected a time such as"),
        ("POST", "clock", "{", 400, "not JSON: EOF"),
        ("POST", "seed", r#"{"seed": "x"}"#, 400, "`seed`: invalid type"),
        ("POST", "state", r#"{"account": []}"#, 400, "`account`: unknown field"),
        (
            "POST",
            "faults",
            r#"{"method": "GetX", "drop": "request"}"#,
            400,
            "`GetX` is not a method of the sandbox",
        ),
        (
            "POST",
            "responses",
            r#"{"method": "GetAccountInf", "body": {}}"#,
            400,
            "`GetAccountInf` is not a method",
        ),
        ("POST", "accounts", r#"{"account": {"account_name": "x"}}"#, 400, "the account `x` cannot be added"),
        (
            "POST",
            "accounts",
            r#"{"account": {"account_name": "my-test"}, "roles": ["Boss"]}"#,
            400,
            "`roles`: unknown role `Boss`",
        ),
        ("GET", "requests?methods=x", "", 400, "unknown parameter `methods`, expected `method` or `limit`"),
        ("DELETE", "faults/7", "", 404, "no rule with the id 7 is active"),
        ("DELETE", "responses/x", "", 404, "no rule with the id x is active"),
    ] {
        let (found, error) = raw(&sandbox, method, path, body.to_owned()).await;
        assert_eq!(found, status, "{method} {path}: {error}");
        let message = error["error"].as_str().unwrap();
        assert!(message.starts_with(expected), "{method} {path}: {message}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_rejected() {
    let sandbox = Sandbox::builder().body_limit(100).start().await.unwrap();
    let seed = |spaces: usize| format!("{{\"seed\": {}7}}", " ".repeat(spaces));
    assert_eq!(raw(&sandbox, "POST", "seed", seed(89)).await, (200, json!({})));
    let error = json!({"error": "the body has more than 100 bytes"});
    assert_eq!(raw(&sandbox, "POST", "seed", seed(90)).await, (413, error));
}

#[tokio::test]
async fn the_prefix_without_a_slash_lists_the_routes() {
    let sandbox = sandbox().await;
    let response = reqwest::get(format!("{}/_sandbox", sandbox.base_url())).await.unwrap();
    assert_eq!(response.status(), 404);
    assert!(
        response.text().await.unwrap().starts_with(r#"{"error":"there is no /_sandbox/; there are GET "#)
    );
}

#[tokio::test]
async fn a_web_page_cannot_control_a_sandbox() {
    let sandbox = sandbox().await;
    let response = reqwest::Client::new()
        .post(format!("{}/_sandbox/reset", sandbox.base_url()))
        .header("origin", "https://evil.example")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 403);
    for (header, value, status) in [("sec-fetch-site", "cross-site", 403), ("host", "evil.example", 421)] {
        let request = reqwest::Client::new().get(format!("{}/_sandbox/state", sandbox.base_url()));
        let response = request.header(header, value).send().await.unwrap();
        assert_eq!(response.status(), status, "{header}");
        let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
        assert!(body["error"].is_string(), "{body}");
    }
    let elsewhere = Sandbox::builder().address(([0, 0, 0, 0], 0)).start().await.unwrap();
    assert_eq!(control(&elsewhere, "POST", "reset", Value::Null).await.0, 403);
}
