//! The blocking client.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::Hook;
use vox_accounts::vox_core::client::Attempt;
use vox_sandbox::Sandbox;
use vox_tests::ARRIVAL;

/// A sandbox with its own threads.
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
fn calls_work_without_await() -> Result<(), Error> {
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
fn invalid_requests_are_not_sent_and_errors_are_the_same() {
    let (_runtime, sandbox) = sandbox();
    let client = client(&sandbox).with(CallOptions::new().retry(Retry::never()));
    let bad = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    assert!(bad.send(&client).unwrap_err().violations().is_some());
    let mut items = bad.items(&client);
    assert!(items.next().unwrap().is_err() && items.next().is_none());
    assert_eq!(sandbox.requests_received(), 0);
    let nowhere = client.with(CallOptions::new().base_url("http://127.0.0.1:1").unwrap());
    let error = GetAccountInfo::default().send(&nowhere).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()), "{error}");
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

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Even if the task made many steps before the call.
#[test]
fn it_works_in_tasks_of_a_multi_thread_runtime() {
    let (_runtime, sandbox) = sandbox();
    Runtime::new().unwrap().block_on(async {
        let client = client(&sandbox);
        for round in 0..300 {
            // Uses up the cooperative budget of the task now and then.
            for _ in 0..round % 3 {
                tokio::task::consume_budget().await;
            }
            GetAccountInfo::default().send(&client).unwrap();
        }
        let spawned = tokio::spawn(async move { GetAccountInfo::default().send(&client).map(drop) });
        spawned.await.unwrap().unwrap();
    });
}

#[test]
fn it_works_on_threads_that_a_current_thread_runtime_does_not_need() {
    let (_runtime, sandbox) = sandbox();
    let client = client(&sandbox);
    let runtime = current_thread();
    let clone = client.clone();
    let call = move || GetAccountInfo::default().send(&clone).map(drop);
    runtime.block_on(async { tokio::task::spawn_blocking(call).await }).unwrap().unwrap();
    // A thread outside of all tasks that has entered the runtime.
    let _entered = runtime.enter();
    GetAccountInfo::default().send(&client).unwrap();
}

#[tokio::test]
async fn with_a_sandbox_in_the_same_runtime_it_works_in_spawn_blocking_only() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = client(&sandbox);
    let call = move || GetAccountInfo::default().send(&client).map(drop);
    let error = call().unwrap_err();
    assert!(error.to_string().contains("spawn_blocking"), "{error}");
    tokio::task::spawn_blocking(call).await.unwrap().unwrap();
}

#[test]
fn in_a_task_of_a_current_thread_runtime_a_call_fails_at_once() {
    let (_runtime, sandbox) = sandbox();
    let client = client(&sandbox);
    let expect_error = move |client: &blocking::Client| {
        let error = child(&sandbox, 1).send(client).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
        let message = error.to_string();
        assert!(message.starts_with("AddAccount: ") && message.contains("spawn_blocking"), "{message}");
        assert!(GetChildrenAccounts::default().items(client).next().unwrap().is_err());
        assert_eq!(sandbox.requests_received(), 0);
    };
    current_thread().block_on(async {
        for steps in [0, 100, 1000] {
            for _ in 0..steps {
                tokio::task::consume_budget().await;
            }
            expect_error(&client);
        }
        let spawned = tokio::spawn(async move { expect_error(&client) });
        spawned.await.unwrap();
    });
}

#[test]
fn the_last_clone_ends_the_thread() {
    struct DropProbe(#[expect(dead_code, reason = "it only counts")] Arc<()>);
    impl Hook for DropProbe {}

    let (_runtime, sandbox) = sandbox();
    let alive = Arc::new(());
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).base_url(sandbox.base_url());
    let client = builder.hook(DropProbe(Arc::clone(&alive))).build_blocking().unwrap();
    let clone = client.clone();
    drop(client);
    GetAccountInfo::default().send(&clone).unwrap();
    drop(clone);
    while Arc::strong_count(&alive) > 1 {
        thread::sleep(Duration::from_millis(5));
    }
}

/// A hook that calls a blocking client, and sends the error to the test.
struct CallingHook {
    client: Arc<OnceLock<blocking::Client>>,
    errors: Sender<Error>,
}

impl Hook for CallingHook {
    fn before(&self, _: &Attempt<'_>) {
        let client = self.client.get().unwrap();
        self.errors.send(GetAccountInfo::default().send(client).unwrap_err()).unwrap();
    }
}

/// The error of a call in a hook, by the same client or another one.
fn error_in_a_hook(other_client: bool) -> Error {
    let (_runtime, sandbox) = sandbox();
    let (errors, received) = channel();
    let called = Arc::new(OnceLock::new());
    let hook = CallingHook { client: Arc::clone(&called), errors };
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).base_url(sandbox.base_url());
    let client = builder.hook(hook).build_blocking().unwrap();
    let in_hook = if other_client { self::client(&sandbox) } else { client.clone() };
    assert!(called.set(in_hook).is_ok());
    GetAccountInfo::default().send(&client).unwrap();
    assert_eq!(sandbox.requests_received(), 1);
    received.recv().unwrap()
}

#[test]
fn in_a_hook_of_the_same_client_a_call_fails_at_once() {
    let error = error_in_a_hook(false);
    assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
    assert!(error.to_string().contains("a hook cannot call its own blocking client"), "{error}");
}

/// A hook runs in an async task of the background thread.
#[test]
fn in_a_hook_of_another_blocking_client_a_call_fails_at_once() {
    let error = error_in_a_hook(true);
    assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
    assert!(error.to_string().contains("in an async task"), "{error}");
}

/// A hook that blocks the background thread until the end of the test.
struct BlockingHook(Mutex<Receiver<()>>);

impl Hook for BlockingHook {
    fn before(&self, _: &Attempt<'_>) {
        let _ = self.0.lock().unwrap().recv();
    }
}

#[test]
fn a_hook_that_blocks_does_not_outlast_the_timeout() {
    let (end, blocked) = channel();
    let builder = Client::builder().credentials(Credentials::None).base_url("http://127.0.0.1:1");
    let builder = builder.hook(BlockingHook(blocked.into())).timeout(ARRIVAL);
    let error = GetAccountInfo::default().send(&builder.build_blocking().unwrap()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if !error.is_not_sent()), "{error}");
    assert!(error.to_string().contains("a hook may be blocking it"), "{error}");
    drop(end);
}

struct PanickingHook;

impl Hook for PanickingHook {
    fn before(&self, _: &Attempt<'_>) {
        panic!("the hook is broken");
    }
}

#[test]
fn a_panic_in_a_hook_resumes_in_the_caller() {
    let builder = Client::builder().credentials(Credentials::None).base_url("http://127.0.0.1:1");
    let client = builder.hook(PanickingHook).build_blocking().unwrap();
    let call = || GetAccountInfo::default().send(&client).map(drop);
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_err();
    assert_eq!(panic.downcast_ref(), Some(&"the hook is broken"));
}
