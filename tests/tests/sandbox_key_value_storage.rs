//! The key-value storage of applications in the sandbox, over real HTTP.

use std::time::Duration;

use vox_accounts::prelude::*;
use vox_api::applications::AddApplication;
use vox_api::key_value_storage::{
    DelKeyValueItem, Expiry, GetKeyValueItem, GetKeyValueItems, GetKeyValueKeys, SetKeyValueItem,
};
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

fn item(application_id: u64, key: &str, value: &str, seconds: u64) -> SetKeyValueItem {
    let item = SetKeyValueItem::builder().key(key).value(value).application_id(application_id);
    item.expiry(Expiry::After(seconds)).build()
}

fn get(application_id: u64, key: &str) -> GetKeyValueItem {
    GetKeyValueItem { key: key.into(), application_id, application_name: None }
}

/// All keys of a storage.
async fn keys(client: &Client, application_id: u64) -> Vec<String> {
    let request = GetKeyValueKeys::builder().application_id(application_id).build();
    let mut items = request.items(client);
    let mut keys = Vec::new();
    while let Some(item) = items.next().await {
        keys.push(item.unwrap().key.unwrap());
    }
    keys
}

#[tokio::test]
async fn an_item_is_there_until_it_expires() {
    let sandbox = Sandbox::builder().clock("2026-01-31T12:00:00Z".parse().unwrap()).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let id = application(&client).await;
    let set = item(id, "order:7", "paid", 3600).send(&client).await.unwrap().result.unwrap();
    let life = set.expires_at.unwrap().seconds() - sandbox.clock().now().as_second();
    assert!((3590..=3600).contains(&life), "{life}");
    assert_eq!(get(id, "order:7").send(&client).await.unwrap().result, Some(set));
    sandbox.clock().advance(Duration::from_secs(3500));
    get(id, "order:7").send(&client).await.unwrap();
    sandbox.clock().advance(Duration::from_secs(100));
    assert_eq!(code(&client, get(id, "order:7")).await, 496);
    assert_eq!(keys(&client, id).await, [""; 0]);
}

#[tokio::test]
async fn items_are_listed_page_by_page_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let id = application(&client).await;
    let mut expected = Vec::new();
    for number in 100..155 {
        let key = format!("order:{number}");
        item(id, &key, "paid", 60).send(&client).await.unwrap();
        expected.push(key);
    }
    item(id, "user:1", "ann", 60).send(&client).await.unwrap();
    let request = GetKeyValueItems::builder().key("order:").application_id(id).build();
    assert_eq!(request.clone().send(&client).await.unwrap().result.len(), 10);
    let mut items = request.items(&client);
    let mut listed = Vec::new();
    while let Some(item) = items.next().await {
        listed.push(item.unwrap().key.unwrap());
    }
    assert_eq!(listed, expected);

    let delete = || DelKeyValueItem { key: "user:1".into(), application_id: id, application_name: None };
    delete().send(&client).await.unwrap();
    assert_eq!(code(&client, delete()).await, 496);
    assert_eq!(keys(&client, id).await, expected);
}

#[tokio::test]
async fn accounts_see_only_their_own_items_until_a_reset() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let account = sandbox.add_account(NewAccount::new("another")).unwrap();
    let other = Client::builder()
        .credentials(ApiKey::by_id(account.account_id, account.api_key))
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    let (mine, theirs) = (application(&client).await, application(&other).await);
    item(mine, "a", "mine", 60).send(&client).await.unwrap();
    item(theirs, "b", "theirs", 60).send(&other).await.unwrap();
    assert_eq!(code(&other, get(mine, "a")).await, 116);
    assert_eq!(code(&other, item(mine, "a", "theirs", 60)).await, 116);
    assert_eq!((keys(&client, mine).await, keys(&other, theirs).await), (vec!["a".into()], vec!["b".into()]));
    sandbox.reset();
    assert_eq!(application(&client).await, mine);
    assert_eq!(keys(&client, mine).await, [""; 0]);
}

#[tokio::test]
async fn invalid_parameters_have_their_codes() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let id = application(&client).await.to_string();
    let (long_key, long_value) = ("k".repeat(201), "v".repeat(2001));
    let cases = [
        (vec![("key", "k"), ("value", "v")], 485),
        (vec![("key", "k"), ("value", "v"), ("application_id", "x")], 116),
        (vec![("key", "k"), ("value", "v"), ("application_id", "7000")], 116),
        (vec![("key", "k"), ("value", "v"), ("application_id", &id), ("application_name", "other")], 107),
        (vec![("key", &long_key), ("value", "v"), ("application_id", &id)], 477),
        (vec![("key", "k"), ("value", &long_value), ("application_id", &id)], 477),
        (vec![("key", "a b"), ("value", "v"), ("application_id", &id)], 496),
        (vec![("key", "k"), ("value", "v"), ("application_id", &id), ("ttl", "7776001")], 497),
        (vec![("key", "k"), ("value", "v"), ("application_id", &id), ("expires_at", "1")], 496),
        (vec![("key", "k"), ("value", "v"), ("application_id", &id), ("expires_at", "1"), ("ttl", "1")], 458),
    ];
    for (params, code) in cases {
        let error = client.call("SetKeyValueItem", params.clone()).await.unwrap_err();
        assert_eq!(error.code().map(vox_core::ErrorCode::code), Some(code), "{params:?}");
    }
    assert_eq!(keys(&client, id.parse().unwrap()).await, [""; 0]);
}
