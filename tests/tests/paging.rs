//! Lists that come page by page.

use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;

async fn with_children(count: usize) -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    for number in 0..count {
        AddAccount::builder()
            .parent(ParentAccount::Id(sandbox.account_id()))
            .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
            .account_name(format!("child-{number}"))
            .account_email(format!("{number}@example.com"))
            .account_password("Str0ng!pass")
            .send(&client)
            .await
            .unwrap();
    }
    (sandbox, client)
}

fn children(count: u64) -> GetChildrenAccounts {
    GetChildrenAccounts {
        count: Some(count),
        order_by: Some(ChildrenOrderBy::ChildAccountId),
        ..Default::default()
    }
}

#[tokio::test]
async fn pages_are_as_large_as_asked_and_end_with_the_list() {
    let (sandbox, client) = with_children(5).await;
    let before = sandbox.requests_received();
    let mut pages = children(2).pages(&client);
    assert_eq!(sandbox.requests_received(), before);
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().len());
    }
    assert_eq!(sizes, [2, 2, 1]);
    // The total is known, so no request is made for an empty page.
    assert_eq!(sandbox.requests_received() - before, 3);
}

#[tokio::test]
async fn items_come_in_order_from_the_offset_on() {
    let (sandbox, client) = with_children(4).await;
    let before = sandbox.requests_received();
    let mut names = Vec::new();
    let mut items = GetChildrenAccounts { offset: Some(1), ..children(3) }.items(&client);
    while let Some(account) = items.next().await {
        names.push(account.unwrap().account_name.unwrap());
    }
    assert_eq!(names, ["child-1", "child-2", "child-3"]);
    assert_eq!(sandbox.requests_received() - before, 1);
}

#[tokio::test]
async fn an_empty_list_has_no_page() {
    let (_sandbox, client) = with_children(0).await;
    assert!(children(2).pages(&client).next().await.is_none());
    assert!(children(2).items(&client).next().await.is_none());
}

#[tokio::test]
async fn an_error_ends_the_stream() {
    let (_sandbox, client) = with_children(1).await;
    let request = GetChildrenAccounts { child_account_id: Some(999.into()), ..children(1) };
    let mut items = request.items(&client);
    assert!(items.next().await.unwrap().is_err());
    assert!(items.next().await.is_none());
}

/// The ids of all pages, and how many requests they took.
async fn subscription_pages(count: Option<u64>) -> (Vec<Vec<u64>>, usize) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let mut pages = GetSubscriptionPrice { count, ..Default::default() }.pages(&client);
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        ids.push(page.unwrap().iter().map(|template| template.subscription_template_id).collect());
    }
    (ids, sandbox.requests_received())
}

/// `GetSubscriptionPrice` does not say how many there are in all.
#[tokio::test]
async fn without_a_total_a_short_page_is_the_last() {
    let (whole, requests) = subscription_pages(None).await;
    let all = whole.concat();
    // A page of unknown size may be followed by another, so one more request finds none.
    assert_eq!((whole.len(), requests), (1, 2));
    let short = all.len() - 1;
    let (pages, requests) = subscription_pages(Some(short as u64)).await;
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [short, 1]);
    assert_eq!((pages.concat(), requests), (all, 2));
}

#[tokio::test]
async fn without_a_total_a_full_last_page_is_followed_by_an_empty_one() {
    let (all, _) = subscription_pages(None).await;
    let size = all[0].len() as u64;
    let (pages, requests) = subscription_pages(Some(size)).await;
    assert_eq!((pages.len(), requests), (1, 2));
}
