//! Secrets of applications in the sandbox, over real HTTP.

use std::time::Duration;

use vox_accounts::prelude::*;
use vox_api::applications::AddApplication;
use vox_api::secrets::{
    AddSecret, DelSecret, GetSecretValue, GetSecrets, SecretListItem, SecretRef, SecretsOrAll, SetSecretInfo,
};
use vox_api::types::Application;
use vox_core::Method;
use vox_sandbox::{NewAccount, Sandbox};

/// The code with which the API rejects a request.
async fn code<M: Method>(client: &Client, request: M) -> u32 {
    request.send(client).await.err().unwrap().code().unwrap().code()
}

/// Adds an application. Returns its id.
async fn application(client: &Client) -> u64 {
    let request = AddApplication { application_name: "shop".into(), secure_record_storage: None };
    request.send(client).await.unwrap().application_id
}

fn secret(name: &str, value: &str) -> AddSecret {
    let application = Application::Name("shop".into());
    AddSecret::builder().secret_name(name).secret_value(value).application(application).build()
}

async fn add(client: &Client, name: &str, value: &str) -> u64 {
    secret(name, value).send(client).await.unwrap().result[0].secret_id
}

fn value(secret: SecretRef) -> GetSecretValue {
    GetSecretValue { application: Application::Name("shop".into()), secret }
}

async fn listed(client: &Client) -> Vec<SecretListItem> {
    let application = Application::Name("shop".into());
    GetSecrets::builder().application(application).send(client).await.unwrap().result
}

#[tokio::test]
async fn a_secret_is_added_read_changed_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let id = application(&client).await;
    let secret_id = add(&client, "crm_token", "hunter2").await;
    let read = value(SecretRef::Id(secret_id)).send(&client).await.unwrap().result.remove(0);
    assert_eq!((read.secret_name.as_deref(), read.secret_value.expose()), (Some("crm_token"), "hunter2"));
    assert!(read.created.is_some() && read.created == read.modified);

    sandbox.clock().advance(Duration::from_secs(60));
    SetSecretInfo::builder()
        .application(Application::Id(id))
        .secret(SecretRef::Name("crm_token".into()))
        .new_secret_name("token")
        .secret_value("hunter3")
        .description("Of the CRM")
        .send(&client)
        .await
        .unwrap();
    let changed = value(SecretRef::Name("token".into())).send(&client).await.unwrap().result.remove(0);
    assert_eq!((changed.secret_id, changed.secret_value.expose()), (Some(secret_id), "hunter3"));
    assert_eq!((changed.description.as_deref(), changed.created), (Some("Of the CRM"), read.created));
    assert!(changed.modified > read.modified);
    assert_eq!(code(&client, value(SecretRef::Name("crm_token".into()))).await, 496);

    let delete =
        || DelSecret { secret: SecretsOrAll::Id([secret_id].into()), application: Application::Id(id) };
    delete().send(&client).await.unwrap();
    assert_eq!(code(&client, delete()).await, 496);
    assert_eq!(listed(&client).await, []);
}

#[tokio::test]
async fn secrets_are_listed_page_by_page() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let id = application(&client).await;
    for name in ["a_token", "b_password", "c_token", "d_token"] {
        add(&client, name, "value").await;
    }
    let request =
        GetSecrets::builder().application(Application::Id(id)).secret_name_part("token").count(2).build();
    let page = request.clone().send(&client).await.unwrap();
    assert_eq!((page.result.len(), page.count, page.total_count), (2, Some(2), Some(3)));
    let mut items = request.items(&client);
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        names.push(item.unwrap().secret_name.unwrap());
    }
    assert_eq!(names, ["a_token", "c_token", "d_token"]);
    let all = DelSecret { secret: SecretsOrAll::Id(IdList::All), application: Application::Id(id) };
    all.send(&client).await.unwrap();
    assert_eq!(listed(&client).await, []);
}

#[tokio::test]
async fn accounts_see_only_their_own_secrets_until_a_reset() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let account = sandbox.add_account(NewAccount::new("another")).unwrap();
    let other = Client::builder()
        .credentials(ApiKey::by_id(account.account_id, account.api_key))
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    let mine = application(&client).await;
    let secret_id = add(&client, "token", "mine").await;
    assert_eq!(code(&other, value(SecretRef::Id(secret_id))).await, 107);
    application(&other).await;
    assert_ne!(add(&other, "token", "theirs").await, secret_id);
    assert_eq!(code(&other, value(SecretRef::Id(secret_id))).await, 496);
    let foreign = GetSecretValue { application: Application::Id(mine), ..value(SecretRef::Id(secret_id)) };
    assert_eq!(code(&other, foreign).await, 116);
    let read = value(SecretRef::Name("token".into())).send(&client).await.unwrap().result.remove(0);
    assert_eq!(read.secret_value.expose(), "mine");

    sandbox.reset();
    application(&client).await;
    assert_eq!(listed(&client).await, []);
}

#[tokio::test]
async fn only_the_reader_of_a_secret_sees_its_value() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    application(&client).await;
    let secret_id = add(&client, "crm_token", "hunter2").await;
    value(SecretRef::Id(secret_id)).send(&client).await.unwrap();
    listed(&client).await;
    let page = reqwest::get(sandbox.base_url()).await.unwrap().text().await.unwrap();
    let shown = format!("{:?} {} {page}", sandbox.requests(), sandbox.state());
    assert!(shown.contains("crm_token") && !shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn invalid_parameters_have_their_codes() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    application(&client).await;
    let long = "v".repeat(8193);
    let shop = ("application_name", "shop");
    let cases = [
        (vec![("secret_name", "a"), ("secret_value", "v")], 485),
        (vec![("secret_name", "a"), ("secret_value", "v"), shop, ("application_id", "1")], 458),
        (vec![("secret_name", "a"), ("secret_value", "v"), ("application_id", "x")], 116),
        (vec![("secret_name", "a"), ("secret_value", "v"), ("application_name", "nothing")], 107),
        (vec![("secret_name", "2a"), ("secret_value", "v"), shop], 496),
        (vec![("secret_name", "a"), ("secret_value", long.as_str()), shop], 477),
    ];
    for (params, code) in cases {
        let error = client.call("AddSecret", params.clone()).await.unwrap_err();
        assert_eq!(error.code().map(vox_core::ErrorCode::code), Some(code), "{params:?}");
    }
    add(&client, "a", "v").await;
    assert_eq!(code(&client, secret("a", "v")).await, 493);
    assert_eq!(listed(&client).await.len(), 1);
}
