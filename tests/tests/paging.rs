//! Paged lists.

mod scripted;

use scripted::{ScriptedServer, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::error::UnexpectedResponse;
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
async fn pages_have_the_requested_size_and_end_with_the_list() {
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
async fn items_come_in_order_starting_at_the_offset() {
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

/// Serves a list of 35 accounts, at most ten per page, even if the request's `count` is larger.
async fn stingy_server() -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = String::new();
            let mut piece = [0; 4096];
            while !request.contains("count=") {
                let length = stream.read(&mut piece).await.unwrap();
                request += std::str::from_utf8(&piece[..length]).unwrap();
            }
            let offset = request.split("offset=").nth(1).map_or(0, |text| text.parse().unwrap());
            let accounts: Vec<_> =
                (offset..35).take(10).map(|id| format!(r#"{{"account_id": {id}}}"#)).collect();
            let body = format!(r#"{{"result": [{}], "total_count": 35}}"#, accounts.join(","));
            let head =
                format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
            stream.write_all((head + &body).as_bytes()).await.unwrap();
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn pages_smaller_than_requested_do_not_end_a_list_with_a_total() {
    let url = stingy_server().await;
    let client = Client::builder().credentials(Credentials::None).base_url(url).build().unwrap();
    let mut items = GetChildrenAccounts { count: Some(20), ..Default::default() }.items(&client);
    let mut ids = Vec::new();
    while let Some(account) = items.next().await {
        ids.push(account.unwrap().account_id);
    }
    assert_eq!(ids, (0..35).collect::<Vec<_>>());
}

/// The ids of all pages, and the number of requests.
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

/// `GetSubscriptionPrice` does not return a total.
#[tokio::test]
async fn without_a_total_a_list_ends_with_an_empty_page() {
    let (whole, requests) = subscription_pages(None).await;
    let all = whole.concat();
    assert_eq!((whole.len(), requests), (1, 2));
    let short = all.len() - 1;
    let (pages, requests) = subscription_pages(Some(short as u64)).await;
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [short, 1]);
    // The server may limit the size of pages, so a short page is not the last one.
    assert_eq!((pages.concat(), requests), (all, 3));
}

#[tokio::test]
async fn without_a_total_a_full_last_page_is_followed_by_an_empty_one() {
    let (all, _) = subscription_pages(None).await;
    let size = all[0].len() as u64;
    let (pages, requests) = subscription_pages(Some(size)).await;
    assert_eq!((pages.len(), requests), (1, 2));
}

/// Reads a list from a server that responds with these bodies in turn: the ids, the error at its end, the number of requests.
async fn followed(bodies: &[&str]) -> (Vec<u64>, Option<Error>, usize) {
    let server = ScriptedServer::start(bodies.iter().map(|body| Step::ok(body))).await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url).build().unwrap();
    let mut items = GetChildrenAccounts { count: Some(5), ..Default::default() }.items(&client);
    let (mut ids, mut error) = (Vec::new(), None);
    while let Some(item) = items.next().await {
        match item {
            Ok(account) => ids.push(account.account_id),
            Err(failed) => error = Some(failed),
        }
        assert!(ids.len() < 100, "the list does not end");
    }
    (ids, error, server.requests().len())
}

/// The error of a page.
fn page_error(error: Option<Error>) -> UnexpectedResponse {
    let error = error.expect("the list must not end as if it were complete");
    assert_eq!(
        (error.method(), error.effect(), error.attempts()),
        (Some("GetChildrenAccounts"), Effect::None, 1)
    );
    match error.kind() {
        ErrorKind::Unexpected(unexpected) => unexpected.clone(),
        _ => panic!("{error}"),
    }
}

const THREE: &str =
    r#"{"result": [{"account_id": 1}, {"account_id": 2}, {"account_id": 3}], "total_count": 9}"#;

#[tokio::test]
async fn a_list_ends_only_at_its_total_or_with_an_empty_page() {
    let two = r#"{"result": [{"account_id": 1}, {"account_id": 2}]}"#;
    let more = r#"{"result": [{"account_id": 3}]}"#;
    let (ids, error, requests) = followed(&[two, more, r#"{"result": []}"#]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((ids, requests), (vec![1, 2, 3], 3));
    // The total of the latest page counts, as the list may have shrunk.
    let shrunk = r#"{"result": [{"account_id": 4}], "total_count": 4}"#;
    let (ids, error, requests) = followed(&[THREE, shrunk]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((ids, requests), (vec![1, 2, 3, 4], 2));
    let (ids, error, _) = followed(&[THREE, r#"{"result": [], "total_count": 3}"#]).await;
    assert_eq!((ids, error.is_none()), (vec![1, 2, 3], true));
}

#[tokio::test]
async fn an_incomplete_list_yields_its_items_and_then_an_error() {
    for (body, problem) in [
        ("{}", UnexpectedResponse::Unrecognized),
        (r#"{"result": null}"#, UnexpectedResponse::Unrecognized),
        (r#"{"result": [{"account"#, UnexpectedResponse::NotJson),
        (r#"{"result": [], "total_count": 9}"#, UnexpectedResponse::MissingItems { offset: 3, total: 9 }),
    ] {
        let (ids, error, requests) = followed(&[THREE, body]).await;
        assert_eq!((page_error(error), ids, requests), (problem, vec![1, 2, 3], 2), "{body}");
    }
}

#[tokio::test]
async fn the_same_page_again_is_an_error_and_not_an_endless_list() {
    let page = r#"{"result": [{"account_id": 1}, {"account_id": 2}]}"#;
    for page in [page, THREE] {
        let (ids, error, requests) = followed(&[page]).await;
        assert_eq!((page_error(error), requests), (UnexpectedResponse::RepeatedPage, 2));
        assert_eq!(ids, if page == THREE { vec![1, 2, 3] } else { vec![1, 2] });
    }
}

#[tokio::test]
async fn a_whole_list_needs_no_other_crate() {
    let (_sandbox, client) = with_children(5).await;
    let all: Vec<_> = children(2).items(&client).try_collect().await.unwrap();
    assert_eq!(all.len(), 5);
    let pages: Vec<_> = children(2).pages(&client).try_collect().await.unwrap();
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    let request = GetChildrenAccounts { child_account_id: Some(999.into()), ..children(1) };
    assert!(request.items(&client).try_collect::<Vec<_>>().await.is_err());
}

/// The call history, which returns at most two calls per page, and no offset beyond 3.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCallHistory", response = History, kind = read, crate = ::vox_accounts::vox_core)]
struct GetCallHistory {
    /// The page size.
    #[param(max = 1000)]
    count: Option<u64>,
    /// How many calls are skipped.
    #[param(max = 3)]
    offset: Option<u64>,
    /// Whether the total is returned.
    with_total_count: Option<bool>,
}

/// A page.
#[derive(Debug, VoxRecord)]
#[vox_record(crate = ::vox_accounts::vox_core)]
struct History {
    /// The calls.
    result: Vec<u64>,
    /// The number of all calls.
    total_count: Option<u64>,
}

impl Paged for GetCallHistory {
    type Item = u64;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.count.get_or_insert(1000);
        self.with_total_count.get_or_insert(true);
    }

    fn page(response: History) -> (Vec<u64>, Option<u64>) {
        (response.result, response.total_count)
    }
}

/// The items of the history, the error at its end, and the forms of the requests.
async fn history(request: GetCallHistory, bodies: &[&str]) -> (Vec<u64>, Option<Error>, Vec<String>) {
    let server = ScriptedServer::start(bodies.iter().map(|body| Step::ok(body)).collect::<Vec<_>>()).await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url).build().unwrap();
    let (mut calls, mut items, mut error) = (Vec::new(), request.items(&client), None);
    while let Some(item) = items.next().await {
        match item {
            Ok(call) => calls.push(call),
            Err(last) => error = Some(last),
        }
    }
    let form = |request: String| request.split("\r\n\r\n").nth(1).unwrap().to_owned();
    (calls, error, server.requests().into_iter().map(form).collect())
}

#[tokio::test]
async fn the_largest_page_and_the_total_are_requested_unless_the_request_says_otherwise() {
    let request = GetCallHistory { count: None, offset: None, with_total_count: None };
    let bodies = [r#"{"result": [1, 2], "total_count": 3}"#, r#"{"result": [3], "total_count": 3}"#];
    let (calls, error, forms) = history(request.clone(), &bodies).await;
    assert_eq!((calls, error.is_none()), (vec![1, 2, 3], true));
    assert_eq!(forms, ["count=1000&with_total_count=true", "count=1000&offset=2&with_total_count=true"]);
    let request = GetCallHistory { count: Some(5), with_total_count: Some(false), ..request };
    let (calls, error, forms) = history(request, &[r#"{"result": [1]}"#, r#"{"result": []}"#]).await;
    assert_eq!((calls, error.is_none()), (vec![1], true));
    assert_eq!(forms, ["count=5&with_total_count=false", "count=5&offset=1&with_total_count=false"]);
}

#[tokio::test]
async fn a_request_with_an_added_parameter_is_completed_too() {
    let server = ScriptedServer::start([Step::ok(r#"{"result": [1], "total_count": 1}"#)]).await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url).build().unwrap();
    let request = GetCallHistory { count: None, offset: None, with_total_count: None };
    let calls: Vec<u64> = request.with_param("a", "b").items(&client).try_collect().await.unwrap();
    assert_eq!(calls, [1]);
    assert!(server.requests()[0].ends_with("\r\n\r\ncount=1000&with_total_count=true&a=b"));
}

#[tokio::test]
async fn a_list_that_is_longer_than_the_largest_offset_ends_with_a_violation() {
    let request = GetCallHistory { count: Some(2), offset: None, with_total_count: None };
    let page = |first: u64| format!(r#"{{"result": [{first}, {}], "total_count": 9}}"#, first + 1);
    let pages = [page(1), page(3), page(5)];
    let (calls, error, forms) = history(request, &pages.each_ref().map(String::as_str)).await;
    let error = error.unwrap();
    assert_eq!((calls, forms.len()), (vec![1, 2, 3, 4], 2));
    assert_eq!(error.violations().unwrap().to_string(), "- `offset` must be at most 3; found `4`",);
    assert_eq!(error.effect(), Effect::None);
}
