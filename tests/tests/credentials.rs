//! All kinds of credentials, against the sandbox.

use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_sandbox::Sandbox;

const VARIABLE: &str = "VOXIMPLANT_CREDENTIALS";

fn client(sandbox: &Sandbox, credentials: impl Into<Credentials>) -> Client {
    Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap()
}

#[tokio::test]
async fn every_kind_of_credentials_authenticates() {
    let sandbox = Sandbox::start().await.unwrap();
    let (id, name, email) = (sandbox.account_id(), sandbox.account_name(), sandbox.account_email());
    let all: Vec<Credentials> = vec![
        ServiceAccount::from_json(&sandbox.credentials_json()).unwrap().into(),
        ApiKey::by_id(id, sandbox.api_key()).into(),
        ApiKey::by_name(name, sandbox.api_key()).into(),
        ApiKey::by_email(email, sandbox.api_key()).into(),
        AccountPassword::by_id(id, sandbox.account_password()).into(),
        AccountPassword::by_name(name, sandbox.account_password()).into(),
        AccountPassword::by_email(email, sandbox.account_password()).into(),
        Session::by_id(id, sandbox.session_id()).into(),
        Session::by_name(name, sandbox.session_id()).into(),
        Session::by_email(email, sandbox.session_id()).into(),
    ];
    for credentials in all {
        let returns_key = matches!(credentials, Credentials::ApiKey(_) | Credentials::AccountPassword(_));
        let account = GetAccountInfo::default().send(&client(&sandbox, credentials)).await.unwrap().result;
        assert_eq!(account.account_id, sandbox.account_id());
        // Only API keys and passwords give access to the API key.
        assert_eq!(account.api_key.is_some(), returns_key);
    }
}

/// Runs this test in a second process, with the variable set.
#[test]
fn the_environment_variable_names_the_credentials_file() {
    if std::env::var_os(VARIABLE).is_some() {
        let account = ServiceAccount::from_env().unwrap();
        let client = format!(
            "{:?} {:?}",
            Client::from_env().unwrap(),
            vox_core::blocking::Client::from_env().unwrap()
        );
        assert_eq!(client.matches(account.key_id()).count(), 2, "{client}");
        return;
    }
    let error = Client::from_env().unwrap_err().to_string();
    assert!(error.contains(VARIABLE) && error.contains("is not set"), "{error}");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let json = runtime.block_on(Sandbox::start()).unwrap().credentials_json();
    let path = std::env::temp_dir().join(format!("vox-credentials-{}.json", std::process::id()));
    for (content, good) in [(json.as_str(), true), ("{", false)] {
        std::fs::write(&path, content).unwrap();
        let again = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "the_environment_variable_names_the_credentials_file"])
            .env(VARIABLE, &path)
            .output()
            .unwrap();
        assert_eq!(again.status.success(), good, "{}", String::from_utf8_lossy(&again.stdout));
        let text = String::from_utf8_lossy(&again.stderr) + String::from_utf8_lossy(&again.stdout);
        assert!(good || text.contains("vox-credentials-"), "{text}");
    }
    std::fs::remove_file(&path).unwrap();
}

#[tokio::test]
async fn wrong_secrets_are_rejected_and_not_shown() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = sandbox.account_id();
    let wrong: [Credentials; 4] = [
        ApiKey::by_id(id, "hunter2").into(),
        AccountPassword::by_id(id, "hunter2").into(),
        Session::by_id(id, "hunter2").into(),
        Credentials::Token("hunter2".into()),
    ];
    for credentials in wrong {
        let error = GetAccountInfo::default().send(&client(&sandbox, credentials)).await.unwrap_err();
        let code = error.code().unwrap();
        assert!(
            [ErrorCode::AUTHORIZATION_FAILED, ErrorCode::INVALID_TOKEN_FORMAT].contains(&code),
            "{error}"
        );
        assert!(error.to_string().contains("; called with the "), "{error}");
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
    }
}

#[tokio::test]
async fn credentials_in_a_request_replace_those_of_the_client() {
    let sandbox = Sandbox::start().await.unwrap();
    // The client has the credentials of another account.
    let stranger = client(&sandbox, Session::by_name("stranger", "hunter2"));
    let added = AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::Password(sandbox.account_password()))
        .account_name("child-one")
        .account_email("child@example.com")
        .account_password("Str0ng!pass")
        .send(&stranger)
        .await
        .unwrap();
    let session = sandbox.session_id();
    let id = sandbox.account_id().to_string();
    let own = [("account_id", id.as_str()), ("session_id", session.expose())];
    let response = stranger.call_read("GetAccountInfo", own).await.unwrap();
    assert_eq!(response.decode::<serde_json::Value>().unwrap()["result"]["account_id"], sandbox.account_id());

    let child = AccountPassword::by_id(added.account_id, "Str0ng!pass");
    let account = GetAccountInfo::default().send(&client(&sandbox, child)).await.unwrap().result;
    assert_eq!(account.account_id, added.account_id);
}
