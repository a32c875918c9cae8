//! Methods with an `account_id` as a parameter, which is also the name of a credential.

use vox_accounts::vox_core::server::{Form, ServerMethod};
use vox_core::prelude::*;
use vox_sandbox::Sandbox;
use vox_tests::faulty_server::{FaultyServer, Step};

/// Returns the verifications of an account.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAccountVerifications", response = Verifications, kind = read)]
pub struct GetAccountVerifications {
    /// The account.
    pub account_id: u64,
    /// Whether only active ones are returned.
    pub active_verification_only: Option<bool>,
}

/// The response of [`GetAccountVerifications`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct Verifications {
    /// The verifications.
    pub result: Vec<Value>,
}

/// Deletes a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DeleteCallList", response = (), kind = write)]
pub struct DeleteCallList {
    /// A call list.
    #[param(one_of)]
    pub list: CallList,
}

/// A call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "list")]
pub enum CallList {
    /// The lists of an account.
    #[param(name = "account_id")]
    Account(u64),
    /// By id.
    Id(u64),
}

/// Adds tasks to a call list, without an `account_id` in the declaration.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AppendToCallList", response = (), kind = write)]
pub struct AppendToCallList {
    /// The call list.
    pub list_id: u64,
    /// The tasks.
    pub file_content: Option<File>,
}

fn append() -> AppendToCallList {
    AppendToCallList { list_id: 3, file_content: Some(File::from("account_id=9")) }
}

fn verifications(account_id: u64) -> GetAccountVerifications {
    GetAccountVerifications { account_id, active_verification_only: None }
}

fn json(body: &str) -> Step {
    Step::response("200 OK", "content-type: application/json\r\n", body)
}

/// The form that is sent, and whether a token is.
fn sent<M: Method>(request: &M, credentials: impl Into<Credentials>) -> Result<(String, bool), Error> {
    let request = request.to_http(&Auth::new(credentials))?;
    let has_token = request.headers().contains_key("authorization");
    Ok((String::from_utf8(request.into_body().into()).unwrap(), has_token))
}

#[test]
fn a_token_adds_nothing() {
    let token = || Credentials::Token(Secret::from("t"));
    assert_eq!(sent(&verifications(8), token()).unwrap(), ("account_id=8".into(), true));
    let list = DeleteCallList { list: CallList::Account(8) };
    assert_eq!(sent(&list, token()).unwrap(), ("account_id=8".into(), true));
}

#[test]
fn the_account_of_the_credentials_is_sent_once() {
    let form = |credentials: Credentials| sent(&verifications(7), credentials).unwrap().0;
    assert_eq!(form(ApiKey::by_id(7, "k").into()), "account_id=7&api_key=k");
    assert_eq!(form(AccountPassword::by_id(7, "p").into()), "account_id=7&account_password=p");
    assert_eq!(form(Session::by_id(7, "s").into()), "account_id=7&session_id=s");
    assert_eq!(form(ApiKey::by_name("me", "k").into()), "account_id=7&account_name=me&api_key=k");
    assert_eq!(form(Credentials::None), "account_id=7");
    let lists = [
        (CallList::Account(7), "account_id=7&api_key=k"),
        (CallList::Id(3), "list_id=3&account_id=7&api_key=k"),
    ];
    for (list, expected) in lists {
        assert_eq!(sent(&DeleteCallList { list }, ApiKey::by_id(7, "k")).unwrap().0, expected);
    }
}

const CONFLICT: &str = "the request's `account_id` is `8`, but the credentials are those of account 7, which is sent under the same \
                        name: use credentials of that account, or of a service account";

#[tokio::test]
async fn another_account_is_an_error_before_sending() {
    let server = FaultyServer::start([json(r#"{"result": []}"#)]).await.unwrap();
    let client =
        Client::builder().credentials(ApiKey::by_id(7, "hunter2")).base_url(server.url()).build().unwrap();
    let check = |error: Error| {
        assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error:?}");
        assert_eq!(error.effect(), Effect::None);
        assert!(error.to_string().contains(CONFLICT), "{error}");
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    };
    check(sent(&verifications(8), ApiKey::by_id(7, "hunter2")).unwrap_err());
    check(verifications(8).send(&client).await.unwrap_err());
    check(verifications(8).send_raw(&client).await.unwrap_err());
    check(DeleteCallList { list: CallList::Account(8) }.send(&client).await.unwrap_err());
    check(client.call_read("GetAccountVerifications", [("account_id", "8")]).await.unwrap_err());
    check(append().with_param("account_id", "8").send(&client).await.unwrap_err());
    assert_eq!(server.traffic().requests.len(), 0);

    assert_eq!(verifications(7).send(&client).await.unwrap(), Verifications { result: Vec::new() });
    assert_eq!(server.traffic().requests.len(), 1);
}

#[tokio::test]
async fn parameters_without_a_declaration_follow_the_same_rule() {
    let steps = || json(r#"{"result": [1]}"#);
    let server = FaultyServer::start([steps(), steps(), steps()]).await.unwrap();
    let client = Client::builder().credentials(ApiKey::by_id(7, "k")).base_url(server.url()).build().unwrap();
    let by_id = [("account_id", "7")];
    client.call_read("GetAccountVerifications", by_id).await.unwrap();
    // These are credentials of the request, to which the client adds none.
    client.call_read("GetAccountVerifications", [("account_id", "8"), ("api_key", "other")]).await.unwrap();
    client.call("CloneAccount", [("account_id", "8"), ("parent_account_api_key", "other")]).await.unwrap();
    let bodies: Vec<_> = server.traffic().requests.into_iter().map(|(request, _)| request.body).collect();
    assert_eq!(
        bodies,
        ["account_id=7&api_key=k", "account_id=8&api_key=other", "account_id=8&parent_account_api_key=other",]
    );

    let form = sent(&append().with_param("account_id", "7"), ApiKey::by_id(7, "k")).unwrap().0;
    assert_eq!(form.matches("name=\"account_id\"").count(), 1, "{form}");
    assert!(form.contains("name=\"account_id\"\r\n\r\n7\r\n"), "{form}");
    assert!(form.contains("name=\"api_key\"\r\n\r\nk\r\n"), "{form}");
    for name in ["account_name", "account_email", "api_key", "account_password", "session_id"] {
        let violations = append().with_param(name, "x").validate().unwrap_err();
        let reason = "cannot be added by `with_param`: it is a credential, which the client adds";
        assert_eq!(violations.to_string(), format!("- `{name}` {reason}"));
    }
}

#[test]
fn a_server_takes_the_account_of_credentials_for_no_chosen_member() {
    let decode = |form: &str| {
        let form = Form::parse(form.as_bytes()).unwrap();
        DeleteCallList::decode(&form).map(|request| request.list).map_err(|violations| violations.to_string())
    };
    assert_eq!(decode("list_id=3&account_id=7&api_key=k"), Ok(CallList::Id(3)));
    assert_eq!(decode("account_id=7&api_key=k"), Ok(CallList::Account(7)));
    assert_eq!(decode("account_id=7"), Ok(CallList::Account(7)));
    let several = "- `list` is given several times: give only one of `account_id`, `list_id`";
    assert_eq!(decode("list_id=3&account_id=7"), Err(several.to_owned()));
}

/// The sandbox reads the credentials from the same form.
#[tokio::test]
async fn the_sandbox_authenticates_the_account() {
    let sandbox = Sandbox::start().await.unwrap();
    let (id, key) = (sandbox.account_id(), sandbox.api_key());
    let client = |credentials: ApiKey| {
        Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap()
    };
    for credentials in [ApiKey::by_id(id, key.clone()), ApiKey::by_name(sandbox.account_name(), key)] {
        let params = [("account_id", id.to_string())];
        let response = client(credentials).call_read("GetAccountInfo", params).await.unwrap();
        assert_eq!(response.decode::<Value>().unwrap()["result"]["account_id"], id);
    }
}
