//! What a client needs to be built, and to be used: timeouts.

use std::time::Duration;

use tokio::runtime::Runtime;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ClientBuilder;
use vox_sandbox::Sandbox;

fn builder(url: &str) -> ClientBuilder {
    Client::builder().credentials(Credentials::None).base_url(url)
}

#[test]
fn zero_timeouts_are_rejected() {
    let builder = builder("http://127.0.0.1:1");
    let error = builder.clone().read_timeout(Duration::ZERO).build().unwrap_err().to_string();
    assert!(error.contains("`read_timeout` is 0"), "{error}");
    let error = builder.connect_timeout(Duration::ZERO).build_blocking().unwrap_err().to_string();
    assert!(error.contains("`connect_timeout` is 0"), "{error}");
}

#[test]
fn the_longest_timeouts_are_no_limits() {
    let server = Runtime::new().unwrap();
    let sandbox = server.block_on(Sandbox::start()).unwrap();
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).base_url(sandbox.base_url());
    let builder = builder.timeout(Duration::MAX).connect_timeout(Duration::MAX).read_timeout(Duration::MAX);
    GetAccountInfo::default().send(&builder.build_blocking().unwrap()).unwrap();
}
