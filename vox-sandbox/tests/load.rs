//! The memory of the program under load. Run it by hand, as it takes minutes:
//!
//! `cargo test --release -p vox-sandbox --test load -- --ignored --nocapture`
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use serde_json::Value;
use vox_accounts::prelude::*;

const CALLS: usize = 1_000_000;
/// The number of concurrent calls.
const TASKS: usize = 16;
/// The number of calls that fill the log of requests.
const WARM: usize = 200_000;
/// The memory may grow by this after the log is full, in KiB.
const GROWTH: u64 = 4096;

/// The resident memory of a process, in KiB.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes"]
async fn a_million_calls_cause_no_error_and_no_growth() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vox-sandbox"))
        .args(["--addr", "127.0.0.1:0", "--json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let facts: Value = serde_json::from_str(&line).unwrap();
    let account = ServiceAccount::from_file(facts["credentials"].as_str().unwrap()).unwrap();
    let client = Client::builder()
        .credentials(account)
        .base_url(facts["address"].as_str().unwrap())
        .retry(Retry::never())
        .build()
        .unwrap();

    let (done, start) = (Arc::new(AtomicUsize::new(0)), Instant::now());
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let (client, done) = (client.clone(), Arc::clone(&done));
            tokio::spawn(async move {
                while done.fetch_add(1, Ordering::Relaxed) < CALLS {
                    GetAccountInfo::default().send(&client).await.unwrap();
                }
            })
        })
        .collect();
    let (mut warm, mut shown) = (None, 0);
    while shown < CALLS {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        assert!(
            !tasks.iter().any(tokio::task::JoinHandle::is_finished) || done.load(Ordering::Relaxed) >= CALLS
        );
        let now = done.load(Ordering::Relaxed).min(CALLS);
        if now >= shown + 100_000 || now == CALLS {
            shown = now;
            let (memory, seconds) = (memory(child.id()), start.elapsed().as_secs_f64());
            #[expect(clippy::cast_precision_loss, reason = "a million is exact")]
            let rate = now as f64 / seconds;
            println!("{now} calls in {seconds:.1} s: {rate:.0} a second; memory {memory} KiB");
            if now >= WARM {
                let warm = *warm.get_or_insert(memory);
                assert!(memory <= warm + GROWTH, "it grew from {warm} to {memory} KiB");
            }
        }
    }
    for task in tasks {
        task.await.unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
}
