//! All kinds of credentials, against the sandbox.

use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_sandbox::Sandbox;

const VARIABLE: &str = "VOXIMPLANT_CREDENTIALS";

fn client(sandbox: &Sandbox, credentials: impl Into<Credentials>) -> Client {
    Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap()
}

#[tokio::test]
async fn every_kind_opens_the_door() {
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
        let shows_key = matches!(credentials, Credentials::ApiKey(_) | Credentials::AccountPassword(_));
        let account = GetAccountInfo::default().send(&client(&sandbox, credentials)).await.unwrap().result;
        assert_eq!(account.account_id, sandbox.account_id());
        // Only those who come with the key or the password are shown the key.
        assert_eq!(account.api_key.is_some(), shows_key);
    }
}

/// Runs itself once more, with the variable set.
#[test]
fn the_environment_names_the_file() {
    if std::env::var_os(VARIABLE).is_some() {
        let account = ServiceAccount::from_env().unwrap();
        let client = format!("{:?} {:?}", Client::from_env().unwrap(), Client::from_env_blocking().unwrap());
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
            .args(["--exact", "the_environment_names_the_file"])
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
async fn wrong_secrets_do_not() {
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
async fn a_methods_own_credentials_are_not_doubled() {
    let sandbox = Sandbox::start().await.unwrap();
    // Another account's name and secret, in a method whose parameters have the same names.
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
    let answer = stranger.call_read("GetAccountInfo", own).await.unwrap();
    assert_eq!(answer.decode::<serde_json::Value>().unwrap()["result"]["account_id"], sandbox.account_id());

    let child = AccountPassword::by_id(added.account_id, "Str0ng!pass");
    let account = GetAccountInfo::default().send(&client(&sandbox, child)).await.unwrap().result;
    assert_eq!(account.account_id, added.account_id);
}
