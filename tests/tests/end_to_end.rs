//! Whole programs against the sandbox, over real HTTP.

use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_accounts::vox_core::error::ViolationKind;
use vox_sandbox::Sandbox;

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

fn child(sandbox: &Sandbox, name: &str) -> AddAccount {
    AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .account_name(name)
        .account_email(format!("{name}@example.com"))
        .account_password("Str0ng!pass")
        .build()
}

#[tokio::test]
async fn accounts_are_added_listed_and_read() {
    let (sandbox, client) = sandbox().await;
    let first =
        AddAccount { active: Some(true), ..child(&sandbox, "child-one") }.send(&client).await.unwrap();
    let second = child(&sandbox, "child-two").send(&client).await.unwrap();
    assert_eq!((first.active, second.active), (Some(true), Some(false)));
    assert_ne!(first.account_id, second.account_id);
    assert_ne!(first.api_key, second.api_key);

    let children = GetChildrenAccounts::default().send(&client).await.unwrap();
    assert_eq!((children.total_count, children.count), (Some(2), Some(2)));
    let names: Vec<_> =
        children.result.iter().map(|account| account.account_name.as_deref().unwrap()).collect();
    assert_eq!(names, ["child-one", "child-two"]);

    let active =
        GetChildrenAccounts { active: Some(true), ..Default::default() }.send(&client).await.unwrap();
    assert_eq!(active.result.len(), 1);
    let by_id = GetChildrenAccounts {
        child_account_id: Some(second.account_id.into()),
        brief_output: Some(true),
        ..Default::default()
    };
    let brief = by_id.send(&client).await.unwrap();
    assert_eq!(brief.result[0].account_id, second.account_id);
    assert_eq!(brief.result[0].account_name, None);

    let account = GetAccountInfo::default().send(&client).await.unwrap();
    assert_eq!(account.result.account_id, sandbox.account_id());
    assert!(account.api_address.is_some());
}

#[tokio::test]
async fn the_last_page_ends_the_list() {
    let (sandbox, client) = sandbox().await;
    for name in ["child-one", "child-two", "child-three"] {
        child(&sandbox, name).send(&client).await.unwrap();
    }
    let page = |offset| GetChildrenAccounts {
        count: Some(2),
        offset: Some(offset),
        order_by: Some(ChildrenOrderBy::ChildAccountId),
        ..Default::default()
    };
    assert_eq!(page(0).send(&client).await.unwrap().result.len(), 2);
    let last = page(2).send(&client).await.unwrap();
    assert_eq!((last.result.len(), last.total_count), (1, Some(3)));
    assert_eq!(last.result[0].account_name.as_deref(), Some("child-three"));
}

#[tokio::test]
async fn an_api_key_authenticates_and_gives_access_to_the_key() {
    let sandbox = Sandbox::start().await.unwrap();
    for key in [
        ApiKey::by_id(sandbox.account_id(), sandbox.api_key()),
        ApiKey::by_name(sandbox.account_name(), sandbox.api_key()),
    ] {
        let client = Client::builder().credentials(key).base_url(sandbox.base_url()).build().unwrap();
        let account = GetAccountInfo::default().send(&client).await.unwrap().result;
        assert_eq!(account.api_key, Some(sandbox.api_key()));
        // The client's `account_id` must not be sent, as the method has its own credentials.
        child(&sandbox, &format!("child-{}", sandbox.requests_received())).send(&client).await.unwrap();
    }
    let wrong = ApiKey::by_id(sandbox.account_id(), "wrong");
    let client = Client::builder().credentials(wrong).base_url(sandbox.base_url()).build().unwrap();
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
}

#[tokio::test]
async fn a_service_account_acts_for_a_child() {
    let (sandbox, client) = sandbox().await;
    let added = child(&sandbox, "child-one").send(&client).await.unwrap();
    let account =
        ServiceAccount::from_json(&sandbox.credentials_json()).unwrap().acting_for(added.account_id);
    let client = Client::builder().credentials(account).base_url(sandbox.base_url()).build().unwrap();
    let account = GetAccountInfo::default().send(&client).await.unwrap().result;
    assert_eq!(account.account_id, added.account_id);
}

#[tokio::test]
async fn five_invalid_values_are_five_violations_and_nothing_is_sent() {
    let (sandbox, client) = sandbox().await;
    let request = AddAccount {
        account_name: "X".into(),
        account_email: "nobody".into(),
        account_password: "Weakpass".into(),
        account_first_name: Some("x".repeat(50)),
        ..child(&sandbox, "child-one")
    };
    let before = sandbox.requests_received();
    let error = request.send(&client).await.unwrap_err();
    let violations = error.violations().unwrap();
    let rules: Vec<_> = violations.iter().map(|violation| (violation.param, violation.kind.rule())).collect();
    assert_eq!(
        rules,
        [
            ("account_name", "min_len"),
            ("account_name", "pattern"),
            ("account_email", "email"),
            ("account_password", "password"),
            ("account_first_name", "max_len"),
        ]
    );
    assert_eq!(violations.iter().next().unwrap().kind, ViolationKind::MinLen { limit: 5, found: 1 });
    assert_eq!(sandbox.requests_received(), before);
    assert_eq!(error.effect(), Effect::None);
    let text = format!("{error}\n{error:?}\n{error:#?}");
    assert!(text.contains("AddAccount") && !text.contains("Weakpass"), "{text}");
}

#[tokio::test]
async fn roles_are_checked_before_anything_is_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = ServiceAccount::from_json(&sandbox.credentials_json()).unwrap();
    let builder = Client::builder().credentials(credentials).base_url(sandbox.base_url());
    let payer = builder.roles([Role::Payer, Role::Developer]).build().unwrap();
    let error = child(&sandbox, "child-one").send(&payer).await.unwrap_err();
    assert_eq!(sandbox.requests_received(), 0);
    let text = error.to_string();
    for word in ["AddAccount", "Owner", "Admin", "Payer", "Developer"] {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
    // A method without a list of roles is allowed for every key.
    GetAccountInfo::default().send(&payer).await.unwrap();
}

#[tokio::test]
async fn the_server_checks_roles_where_the_client_does_not() {
    let sandbox = Sandbox::builder().roles([Role::Payer]).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let error = GetChildrenAccounts::default().send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::FORBIDDEN_COMMAND));
    let admin = client.with_role::<roles::Admin>();
    let error = child(&sandbox, "child-one").send(&admin).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::FORBIDDEN_COMMAND));
}

#[tokio::test]
async fn names_and_addresses_are_unique() {
    let (sandbox, client) = sandbox().await;
    let first = child(&sandbox, "child-one");
    first.send(&client).await.unwrap();
    let error = first.send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::ACCOUNTS_NAME_ALREADY_USED));
    let other = AddAccount { account_name: "child-two".into(), ..first };
    let error = other.send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::ACCOUNTS_EMAIL_ISNT_UNIQUE));
}

#[tokio::test]
async fn a_call_does_not_borrow_its_request() {
    let (_sandbox, client) = sandbox().await;
    // The request is dropped before the call is polled, and the call runs in another task.
    let call = GetAccountInfo { return_live_balance: Some(false) }.send(&client);
    tokio::spawn(call).await.unwrap().unwrap();
    let clone = client.clone();
    let (first, second) =
        tokio::join!(GetAccountInfo::default().send(&client), GetAccountInfo::default().send(&clone));
    assert_eq!(first.unwrap().result.account_id, second.unwrap().result.account_id);
}

#[tokio::test]
async fn a_call_that_is_not_polled_sends_nothing() {
    let (sandbox, client) = sandbox().await;
    drop(GetAccountInfo::default().send(&client));
    tokio::task::yield_now().await;
    assert_eq!(sandbox.requests_received(), 0);
}
