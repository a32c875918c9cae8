//! The lateness of timeouts: the time from the end of a timeout to the end of the call.

mod server;

use std::fmt;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use vox_accounts::GetAccountInfo;
use vox_core::error::TimeoutKind;
use vox_core::{Credentials, Retry};

use crate::Result;
use server::{Fault, Server};

/// The timeouts in milliseconds.
pub(crate) const MILLISECONDS: [u64; 4] = [20, 100, 500, 1_000];

/// Calls of a round for each timeout and each server.
const TURNS: usize = 3;

/// A timeout that does not pass in any call.
const LONG: Duration = Duration::from_secs(300);

/// Each timeout, with the servers with which only it ends a call, and the client's threads.
const CASES: [(Limit, Fault, usize); 11] = [
    (Limit::Call, Fault::NeverAccepts, 1),
    (Limit::Call, Fault::NeverResponds, 1),
    (Limit::Call, Fault::HeadersOnly, 1),
    (Limit::Call, Fault::Drips, 1),
    (Limit::Call, Fault::Floods, 2),
    (Limit::Call, Fault::Floods, 1),
    (Limit::Connect, Fault::NeverAccepts, 1),
    (Limit::Read, Fault::NeverResponds, 1),
    (Limit::Read, Fault::HeadersOnly, 1),
    (Limit::Read, Fault::Floods, 2),
    (Limit::Read, Fault::Floods, 1),
];

/// The measured timeout.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Limit {
    Call,
    Connect,
    Read,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call => "whole call",
            Self::Connect => "connecting",
            Self::Read => "silence",
        })
    }
}

/// The lateness of calls.
#[derive(Debug, Clone)]
pub(crate) struct Lateness {
    pub(crate) limit: Limit,
    pub(crate) fault: Fault,
    /// Threads of the client's runtime.
    pub(crate) threads: usize,
    pub(crate) timeout: Duration,
    /// The latest end of all calls.
    pub(crate) worst: Duration,
}

impl Lateness {
    /// As a fraction of the allowed lateness: 5 % of the timeout or 50 ms, whichever is larger.
    pub(crate) fn of_allowed(&self) -> f64 {
        self.worst.as_secs_f64() / (self.timeout / 20).max(Duration::from_millis(50)).as_secs_f64()
    }
}

/// Calls each server with each timeout.
pub(crate) fn measure(rounds: usize) -> Result<Vec<Lateness>> {
    let mut all = Vec::new();
    for (limit, fault, threads) in CASES {
        let server = Server::start(fault)?;
        let runtime = Builder::new_multi_thread().worker_threads(threads).enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        for timeout in MILLISECONDS.map(Duration::from_millis) {
            let mut worst = Duration::ZERO;
            for _ in 0..rounds * TURNS {
                worst = worst.max(lateness(limit, timeout, server.address(), &runtime)?);
            }
            all.push(Lateness { limit, fault, threads, timeout, worst });
        }
    }
    Ok(all)
}

/// The time between a timeout and the end of the call.
fn lateness(limit: Limit, timeout: Duration, address: &str, runtime: &Runtime) -> Result<Duration> {
    let builder = vox_core::Client::builder()
        .credentials(Credentials::Token("token".into()))
        .base_url(address)
        .retry(Retry::never())
        .timeout(LONG)
        .connect_timeout(LONG)
        .read_timeout(LONG);
    let (builder, expected) = match limit {
        Limit::Call => (builder.timeout(timeout), TimeoutKind::Call),
        Limit::Connect => (builder.connect_timeout(timeout), TimeoutKind::Connect),
        Limit::Read => (builder.read_timeout(timeout), TimeoutKind::Read),
    };
    let client = builder.build().map_err(|error| error.to_string())?;
    // On a thread of the runtime, like its connections.
    let call = runtime.spawn(async move {
        let begun = Instant::now();
        let result = GetAccountInfo::default().send(&client).await;
        (result, begun.elapsed())
    });
    let (result, took) = runtime.block_on(call).map_err(|error| error.to_string())?;
    let Err(error) = result else { return Err("the server responded".to_owned()) };
    if error.timeout().map(vox_core::error::Timeout::kind) != Some(expected) {
        return Err(format!("not the timeout that was expected: {error}"));
    }
    took.checked_sub(timeout)
        .ok_or_else(|| format!("a call ended after {took:?}, before its timeout of {timeout:?}"))
}
