//! The client that waits.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{Attempt, Hook};
use vox_sandbox::Sandbox;

/// A sandbox on threads of its own.
fn sandbox() -> (Runtime, Sandbox) {
    let runtime = Runtime::new().unwrap();
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    (runtime, sandbox)
}

fn client(sandbox: &Sandbox) -> blocking::Client {
    let account = ServiceAccount::from_json(&sandbox.credentials_json()).unwrap();
    Client::builder().credentials(account).base_url(sandbox.base_url()).build_blocking().unwrap()
}

fn child(sandbox: &Sandbox, number: usize) -> AddAccount {
    AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .account_name(format!("child-{number}"))
        .account_email(format!("{number}@example.com"))
        .account_password("Str0ng!pass")
        .build()
}

#[test]
fn the_same_calls_without_await() -> Result<(), Error> {
    let (_runtime, sandbox) = sandbox();
    let client = client(&sandbox);
    let account = GetAccountInfo::default().send(&client)?.result;
    assert_eq!(account.account_id, sandbox.account_id());
    for number in 0..5 {
        child(&sandbox, number).send(&client.with_role::<roles::Admin>())?;
    }
    let list = || GetChildrenAccounts { count: Some(2), ..Default::default() };
    let names: Vec<_> =
        list().items(&client).map(|child| Ok(child?.account_name.unwrap())).collect::<Result<_, Error>>()?;
    assert_eq!(names, ["child-0", "child-1", "child-2", "child-3", "child-4"]);
    let sizes: Vec<_> = list().pages(&client).map(|page| page.unwrap().len()).collect();
    assert_eq!(sizes, [2, 2, 1]);
    let raw = GetAccountInfo::builder().build().send_raw(&client)?;
    assert_eq!((raw.status().as_u16(), raw.attempts()), (200, 1));
    let json: serde_json::Value = client.call_read("GetAccountInfo", [("a", "b")])?.decode()?;
    assert_eq!(json["result"]["account_id"], sandbox.account_id());
    Ok(())
}

#[test]
fn refusals_come_at_once_and_errors_are_the_same() {
    let (_runtime, sandbox) = sandbox();
    let client = client(&sandbox).with(CallOptions::new().retry(Retry::never()));
    let bad = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    assert!(bad.send(&client).unwrap_err().violations().is_some());
    let mut items = bad.items(&client);
    assert!(items.next().unwrap().is_err() && items.next().is_none());
    assert_eq!(sandbox.requests_received(), 0);
    let nowhere = client.with(CallOptions::new().base_url("http://127.0.0.1:1").unwrap());
    let error = GetAccountInfo::default().send(&nowhere).unwrap_err();
    assert!(matches!(error, Error::NotSent(_)), "{error}");
}

#[test]
fn threads_share_a_client() {
    let (_runtime, sandbox) = sandbox();
    let client = client(&sandbox);
    thread::scope(|scope| {
        let calls: Vec<_> =
            (0..16).map(|_| scope.spawn(|| GetAccountInfo::default().send(&client))).collect();
        for call in calls {
            call.join().unwrap().unwrap();
        }
    });
    assert_eq!(sandbox.requests_received(), 16);
}

/// In a task of each sort of runtime, which must neither panic nor hang; also where it made many steps before.
#[test]
fn inside_an_async_runtime_it_works_too() {
    let (_runtime, sandbox) = sandbox();
    let single = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for runtime in [&single, &Runtime::new().unwrap()] {
        runtime.block_on(async {
            let client = client(&sandbox);
            for round in 0..300 {
                // Spends the task's budget of steps, so that now and then nothing is left of it.
                for _ in 0..round % 3 {
                    tokio::task::consume_budget().await;
                }
                GetAccountInfo::default().send(&client).unwrap();
            }
        });
    }
}

#[test]
fn the_last_clone_ends_the_thread() {
    struct Alive(#[expect(dead_code, reason = "it only counts")] Arc<()>);
    impl Hook for Alive {}

    let (_runtime, sandbox) = sandbox();
    let alive = Arc::new(());
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).base_url(sandbox.base_url());
    let client = builder.hook(Alive(Arc::clone(&alive))).build_blocking().unwrap();
    let clone = client.clone();
    drop(client);
    GetAccountInfo::default().send(&clone).unwrap();
    drop(clone);
    while Arc::strong_count(&alive) > 1 {
        thread::sleep(Duration::from_millis(5));
    }
}

struct Panics;

impl Hook for Panics {
    fn before(&self, _: &Attempt<'_>) {
        panic!("the hook's own fault");
    }
}

#[test]
fn a_panic_in_a_hook_goes_on_in_the_caller() {
    let builder = Client::builder().credentials(Credentials::None).base_url("http://127.0.0.1:1");
    let client = builder.hook(Panics).build_blocking().unwrap();
    let call = || GetAccountInfo::default().send(&client).map(drop);
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_err();
    assert_eq!(panic.downcast_ref(), Some(&"the hook's own fault"));
}
