//! Requirements of building and using a client: certificates, proxies, runtimes.

mod scripted;

use std::env;
use std::io::{ErrorKind, Read};
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::process::Command;
use std::task::{Context, Waker};
use std::time::Duration;

use scripted::{ScriptedServer, Step};
use tokio::runtime::{Builder, Runtime};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ClientBuilder;
use vox_sandbox::Sandbox;

fn builder(url: &str) -> ClientBuilder {
    Client::builder().credentials(Credentials::None).base_url(url)
}

/// Runs an ignored test of this file in a separate process, with these variables and no other relevant ones.
fn run_with(test: &str, variables: &[(&str, &str)]) {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored"]);
    for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.env_remove("REQUEST_METHOD").envs(variables.iter().copied());
    let output = command.output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && shown.contains("1 passed"), "{variables:?}: {shown}");
}

/// On Linux, rustls reads the certificates from these paths; elsewhere it asks the system.
#[cfg(target_os = "linux")]
#[test]
fn without_ca_certificates_only_https_is_an_error() {
    let nowhere = "/nowhere";
    run_with("alone_without_ca_certificates", &[("SSL_CERT_FILE", nowhere), ("SSL_CERT_DIR", nowhere)]);
}

#[tokio::test]
#[ignore = "needs a separate process"]
async fn alone_without_ca_certificates() {
    let server = ScriptedServer::start([Step::ok(r#"{"result": 1}"#)]).await;
    let client = builder(&server.url).build().unwrap();
    client.call("SetThings", [("a", "b")]).await.unwrap();
    for url in ["https://api.voximplant.com", "https://127.0.0.1:1"] {
        let error = builder(url).build().unwrap_err().to_string();
        assert!(error.contains("no CA certificates"), "{error}");
        assert!(error.contains("`ca-certificates`") && error.contains("`SSL_CERT_FILE`"), "{error}");
    }
}

#[test]
fn a_proxy_variable_that_is_not_a_url_is_an_error() {
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        run_with("alone_with_an_unusable_proxy", &[(name, "http://user:hunter2@"), ("EXPECTED", name)]);
    }
}

#[tokio::test]
#[ignore = "needs a separate process"]
async fn alone_with_an_unusable_proxy() {
    let https = builder("https://api.voximplant.com");
    let error = https.clone().build().unwrap_err();
    let name = env::var("EXPECTED").unwrap();
    assert!(error.to_string().contains(&format!("`{name}` does not hold the URL of a proxy")), "{error}");
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    // These do not use the proxy.
    https.transport(vox_core::transport::from_reqwest(reqwest::Client::new())).build().unwrap();
    let server = ScriptedServer::start([Step::ok(r#"{"result": 1}"#)]).await;
    builder(&server.url).build().unwrap().call("SetThings", [("a", "b")]).await.unwrap();
}

#[test]
fn a_client_shows_the_host_of_its_proxy() {
    let proxy = ("HTTPS_PROXY", "user:hunter2@proxy.example:3128");
    run_with("alone_with_a_proxy", &[proxy, ("HTTP_PROXY", "not a url"), ("NO_PROXY", "direct.example")]);
}

#[test]
#[ignore = "needs a separate process"]
fn alone_with_a_proxy() {
    let shown = |url| format!("{:?}", builder(url).build().unwrap());
    let client = shown("https://api.voximplant.com");
    assert!(client.contains(r#"proxy: Some("proxy.example")"#) && !client.contains("hunter2"), "{client}");
    for direct in ["https://api.direct.example", "http://127.0.0.1:1", "https://localhost:1"] {
        let client = shown(direct);
        assert!(client.contains("proxy: None"), "{client}");
    }
}

#[test]
fn zero_timeouts_are_rejected() {
    let builder = builder("http://127.0.0.1:1");
    let error = builder.clone().read_timeout(Duration::ZERO).build().unwrap_err().to_string();
    assert!(error.contains("`read_timeout` is 0"), "{error}");
    let error = builder.connect_timeout(Duration::ZERO).build_blocking().unwrap_err().to_string();
    assert!(error.contains("`connect_timeout` is 0"), "{error}");
}

/// A client, and the listener at its base URL.
fn listening() -> (TcpListener, Client) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let client = builder(&format!("http://{}", listener.local_addr().unwrap())).build().unwrap();
    (listener, client)
}

async fn charge(client: &Client) -> Result<(), Error> {
    ChargeAccount { phone: Phones::Id(IdList::All) }.send(client).await.map(drop)
}

#[track_caller]
fn assert_panics_unsent(listener: &TcpListener, call: impl FnOnce()) {
    assert!(catch_unwind(AssertUnwindSafe(call)).is_err(), "the call did not panic");
    match listener.accept() {
        Ok((mut connection, _)) => {
            connection.set_nonblocking(false).unwrap();
            let mut received = Vec::new();
            connection.read_to_end(&mut received).unwrap();
            assert_eq!(received, b"");
        }
        Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
    }
}

#[test]
fn a_call_outside_of_tokio_panics_and_nothing_is_sent() {
    let (listener, client) = listening();
    assert_panics_unsent(&listener, || {
        let mut call = pin!(charge(&client));
        let _ = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    });
}

#[test]
fn a_call_in_a_runtime_without_time_or_io_panics_and_nothing_is_sent() {
    let without_io = Builder::new_current_thread().enable_time().build().unwrap();
    let without_time = Builder::new_current_thread().enable_io().build().unwrap();
    let without_either = Builder::new_current_thread().build().unwrap();
    for runtime in [without_io, without_time, without_either] {
        let (listener, client) = listening();
        assert_panics_unsent(&listener, || {
            let _ = runtime.block_on(charge(&client));
        });
    }
}

#[test]
fn a_client_shared_by_two_runtimes_times_out_and_one_for_each_works() {
    let server = Runtime::new().unwrap();
    let sandbox = server.block_on(Sandbox::start()).unwrap();
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let settings = Client::builder().credentials(key).base_url(sandbox.base_url()).retry(Retry::never());
    let runtime = || Builder::new_current_thread().enable_all().build().unwrap();
    let (first, second) = (runtime(), runtime());
    let call = async |client: &Client| GetAccountInfo::default().send(client).await.map(drop);
    let client = settings.clone().build().unwrap();
    first.block_on(call(&client)).unwrap();
    // The pooled connection belongs to the first runtime.
    let impatient = client.with(CallOptions::new().timeout(Duration::from_millis(300)));
    let error = second.block_on(call(&impatient)).unwrap_err();
    assert!(error.is_timeout(), "{error}");
    let client = settings.build().unwrap();
    second.block_on(call(&client)).unwrap();
}

#[test]
fn the_longest_timeouts_mean_no_limit() {
    let server = Runtime::new().unwrap();
    let sandbox = server.block_on(Sandbox::start()).unwrap();
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).base_url(sandbox.base_url());
    let builder = builder.timeout(Duration::MAX).connect_timeout(Duration::MAX).read_timeout(Duration::MAX);
    GetAccountInfo::default().send(&builder.build_blocking().unwrap()).unwrap();
}
