//! No secret is shown in any output.

use std::fmt::{Debug, Display};

use vox_accounts::METHODS;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::Hook;
use vox_accounts::vox_core::client::{Attempt, AttemptOutcome};
use vox_accounts::vox_core::error::Violations;
use vox_accounts::vox_core::macro_support::FormEncoder;
use vox_sandbox::Sandbox;

/// The value of every secret. It must not be shown anywhere.
const SECRET: &str = "S3cret-Zq9!";

/// Whether text shows the secret, or the private part of a key.
fn shows(text: &str) -> bool {
    // Also as bytes: as `Debug` of a byte string or of a list of numbers.
    let bytes = format!("{:?}", SECRET.as_bytes());
    text.contains(SECRET)
        || text.contains("S3cret")
        || text.contains(bytes.trim_matches(['[', ']']))
        || text.contains("PRIVATE KEY")
        || text.contains("MII")
}

#[track_caller]
fn hidden(value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!shows(&text), "{text}");
    }
}

#[track_caller]
fn hidden_everywhere(value: &(impl Debug + Display)) {
    hidden(value);
    let text = value.to_string();
    assert!(!shows(&text), "{text}");
}

#[track_caller]
fn hidden_in_error(error: &Error) {
    hidden_everywhere(error);
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        hidden_everywhere(&cause);
        source = cause.source();
    }
}

fn request() -> AddAccount {
    AddAccount {
        parent: ParentAccount::Id(1),
        parent_auth: ParentAuth::Password(SECRET.into()),
        account_name: "child-one".into(),
        account_email: "child@example.com".into(),
        account_password: SECRET.into(),
        active: None,
        language_code: None,
        location: None,
        min_balance_to_notify: None,
        account_custom_data: None,
        account_first_name: None,
        account_last_name: None,
        account_notifications: None,
        tariff_changing_notifications: None,
        news_notifications: None,
        record_storage: None,
    }
}

#[test]
fn values_hide_secrets() {
    hidden(&Secret::from(SECRET));
    hidden(&ParentAuth::ApiKey(SECRET.into()));
    hidden(&ParentAuth::Password(SECRET.into()));
}

#[test]
fn requests_hide_secrets() {
    hidden(&request());
    hidden(&request().to_form());
    let auth = Auth::new(Credentials::Token(SECRET.into()));
    hidden(&request().to_http(&auth).unwrap());
    let key = Auth::new(ApiKey::by_id(1, SECRET));
    hidden(&GetAccountInfo::default().to_http(&key).unwrap());
    let mut form = FormEncoder::default();
    form.pair("api_key", SECRET);
    hidden(&form);
}

#[test]
fn all_other_requests_with_secrets_hide_them() {
    let clone = CloneAccount::builder()
        .template(TemplateAccount::Id(1))
        .parent_auth(ParentAuth::Password(SECRET.into()))
        .new_account_name("child-one")
        .new_account_email("child@example.com")
        .new_account_password(SECRET)
        .build();
    hidden(&clone);
    hidden(&SetAccountInfo {
        new_account_password: Some(SECRET.into()),
        callback_salt: Some(SECRET.into()),
        ..Default::default()
    });
    let child = SetChildAccountInfo::builder()
        .child_account(ChildAccounts::Id(1.into()))
        .new_child_account_password(SECRET)
        .build();
    hidden(&child);
}

/// Traces and the sandbox hide parameters that are marked as secret.
#[test]
fn parameters_that_sound_like_secrets_are_marked() {
    for method in METHODS {
        for param in method.flat_params() {
            let sounds =
                ["password", "api_key", "salt", "token"].iter().any(|word| param.meta.name.contains(word));
            assert_eq!(param.meta.is_secret(), sounds, "{}.{}", method.name, param.meta.name);
        }
    }
}

#[test]
fn violations_hide_secrets() {
    // Too short and too weak, but recognizable.
    let weak = AddAccount { account_password: "S3cret".into(), ..request() };
    let violations: Violations = weak.validate().unwrap_err();
    hidden_everywhere(&violations);
    for violation in &violations {
        hidden_everywhere(violation);
    }
    let json = serde_json::to_string(&violations).unwrap();
    assert!(!shows(&json), "{json}");
}

/// Declares a parameter of type `Secret` as not secret.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetPin", response = (), kind = write)]
struct SetPin {
    /// A pin.
    #[param(secret = false, pattern = "[0-9]+")]
    pin: Secret,
}

#[test]
fn a_declaration_cannot_reveal_a_secret() {
    let violations = SetPin { pin: SECRET.into() }.validate().unwrap_err();
    hidden_everywhere(&violations);
}

#[test]
fn messages_of_the_api_contain_no_line_breaks() {
    let json = r#"{"error": {"code": 100, "msg": "no\nINFO all is well \u001b[2J"}}"#;
    let error = GetAccountInfo::from_http(http::Response::new(json)).unwrap_err();
    assert!(!error.to_string().contains(['\n', '\u{1b}']), "{error}");
}

#[test]
fn responses_hide_secrets() {
    let json =
        format!(r#"{{"result": {{"account_id": 1, "api_key": "{SECRET}", "callback_salt": "{SECRET}"}}}}"#);
    let response = GetAccountInfo::from_http(http::Response::new(json)).unwrap();
    assert_eq!(response.result.api_key, Some(SECRET.into()));
    hidden(&response);
    let json = format!(r#"{{"account_id": 1, "api_key": "{SECRET}"}}"#);
    hidden(&AddAccount::from_http(http::Response::new(json)).unwrap());
    let json = format!(
        r#"{{"result": {{"account_id": 1, "api_key": "{SECRET}",
            "admin_users": [{{"admin_user_id": 1, "admin_user_api_key": "{SECRET}"}}]}}}}"#
    );
    let cloned = CloneAccount::from_http(http::Response::new(json)).unwrap();
    assert_eq!(cloned.result.admin_users[0].admin_user_api_key, Some(SECRET.into()));
    hidden(&cloned);
}

#[test]
fn credentials_and_clients_hide_secrets() {
    for credentials in [
        Credentials::Token(SECRET.into()),
        ApiKey::by_id(1, SECRET).into(),
        ApiKey::by_name("name", SECRET).into(),
        ApiKey::by_email("a@example.com", SECRET).into(),
        AccountPassword::by_id(1, SECRET).into(),
        AccountPassword::by_name("name", SECRET).into(),
        AccountPassword::by_email("a@example.com", SECRET).into(),
        Session::by_id(1, SECRET).into(),
        Session::by_name("name", SECRET).into(),
        Session::by_email("a@example.com", SECRET).into(),
    ] {
        hidden(&credentials);
        let auth = Auth::new(credentials.clone());
        hidden(&auth);
        let builder = Client::builder().credentials(credentials);
        hidden(&builder);
        let options = CallOptions::new().header("x-secret", SECRET).unwrap();
        hidden(&options);
        hidden(&builder.clone().build_blocking().unwrap().with(options.clone()));
        let client = builder.build().unwrap().with(options);
        hidden(&client);
        hidden(&client.call("SetSecret", [("secret", SECRET)]));
        hidden(&GetChildrenAccounts::default().items(&client));
    }
}

#[test]
fn errors_of_bad_options_do_not_show_their_values() {
    for (name, value) in [("x-secret", format!("{SECRET}\n")), ("authorization", SECRET.to_owned())] {
        let error = CallOptions::new().header(name, &value).unwrap_err();
        hidden_everywhere(&error);
    }
    hidden_everywhere(&CallOptions::new().base_url(&format!("https://me:{SECRET}@example.com")).unwrap_err());
}

/// A hook that records everything it observes.
#[derive(Clone, Default)]
struct Recorder(std::sync::Arc<std::sync::Mutex<Vec<String>>>);

impl Hook for Recorder {
    fn before(&self, attempt: &Attempt<'_>) {
        self.0.lock().unwrap().push(format!("{attempt:?} {attempt:#?}"));
    }

    fn after(&self, attempt: &Attempt<'_>, outcome: &AttemptOutcome<'_>) {
        self.0.lock().unwrap().push(format!("{attempt:?} {outcome:?} {outcome:#?}"));
    }
}

#[tokio::test]
async fn hooks_and_errors_of_calls_show_no_secret() {
    let sandbox = Sandbox::start().await.unwrap();
    let recorder = Recorder::default();
    let id = sandbox.account_id();
    let credentials: [Credentials; 4] = [
        ApiKey::by_id(id, SECRET).into(),
        AccountPassword::by_id(id, SECRET).into(),
        Session::by_id(id, SECRET).into(),
        Credentials::Token(SECRET.into()),
    ];
    for credentials in credentials {
        let builder = Client::builder().credentials(credentials).hook(recorder.clone()).retry(Retry::never());
        let client = builder.clone().base_url(sandbox.base_url()).build().unwrap();
        hidden_in_error(&GetAccountInfo::default().send(&client).await.unwrap_err());
        hidden_in_error(&request().send(&client).await.unwrap_err());
        let nowhere = builder.base_url("http://127.0.0.1:1").build().unwrap();
        hidden_in_error(&request().send(&nowhere).await.unwrap_err());
    }
    // The response contains a key, which is not shown either.
    let key = ApiKey::by_id(id, sandbox.api_key());
    let client = Client::builder().credentials(key).base_url(sandbox.base_url()).hook(recorder.clone());
    let response = GetAccountInfo::default().send_raw(&client.build().unwrap()).await.unwrap();
    hidden(&response);
    let shown = recorder.0.lock().unwrap().concat();
    assert!(!shows(&shown) && !shown.contains(sandbox.api_key().expose()), "{shown}");
}

#[tokio::test]
async fn service_accounts_hide_their_key_and_token() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = ServiceAccount::from_json(&sandbox.credentials_json()).unwrap();
    hidden(&account);
    let auth = Auth::new(account);
    let request = GetAccountInfo::default().to_http(&auth).unwrap();
    let token = request.headers()["authorization"].to_str().unwrap();
    let text = format!("{request:?} {auth:?} {sandbox:?}");
    assert!(!text.contains(token.trim_start_matches("Bearer ")), "{text}");
    hidden(&auth);
    hidden(&sandbox);
}

#[test]
fn errors_of_bad_credentials_files_do_not_show_their_key() {
    let broken = format!(
        r#"{{"account_email": "a", "account_id": 1, "key_id": "k", "private_key": "-----BEGIN PRIVATE KEY-----\nMII{SECRET}\n-----END PRIVATE KEY-----"}}"#
    );
    for text in [broken.as_str(), &broken[..broken.len() - 1], &broken.replace("BEGIN", "BEGUN")] {
        let error = ServiceAccount::from_json(text).unwrap_err();
        let text = format!("{error} {error:?} {error:#?} {:?}", std::error::Error::source(&error));
        assert!(!text.contains("S3cret") && !text.contains("MII"), "{text}");
    }
}

#[test]
fn errors_hide_the_secrets_of_the_response() {
    let responses = [
        (200, "application/json", format!(r#"{{"account_id": "{SECRET}", "api_key": "{SECRET}"}}"#)),
        (200, "application/json", format!(r#"{{"api_key": "{SECRET}"}}"#)),
        (200, "application/json", format!(r#"{{"account_id": 1, "active": "{SECRET}"}}"#)),
        (200, "application/json", format!(r#""{SECRET}""#)),
        (200, "application/json", format!(r#"{{"account_id": 1, "api_key": "{SECRET}""#)),
        (502, "text/html", format!("<p>{SECRET}</p>")),
        (200, "text/html", SECRET.to_owned()),
    ];
    for (status, content_type, body) in responses {
        let response = http::Response::builder().status(status).header("content-type", content_type);
        let error = AddAccount::from_http(response.body(body.clone()).unwrap()).unwrap_err();
        hidden_in_error(&error);
        assert_eq!(error.body(), Some(body.as_bytes()), "{error}");
    }
}

#[tokio::test]
async fn the_sandbox_hides_received_secrets() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let request = AddAccount {
        parent: ParentAccount::Id(sandbox.account_id()),
        parent_auth: ParentAuth::ApiKey(sandbox.api_key()),
        ..request()
    };
    request.send(&client).await.unwrap();
    let calls = sandbox.requests();
    assert_eq!(calls.len(), 1);
    hidden(&calls);
    let text = format!("{calls:?}");
    assert!(!text.contains(sandbox.api_key().expose()), "{text}");
    assert!(text.contains("child-one"), "{text}");
}
