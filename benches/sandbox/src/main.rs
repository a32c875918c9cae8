//! Measures a sandbox in a separate process: the time of its start, requests per second, and memory.

mod server;

use std::env;
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use vox_accounts::prelude::*;

use self::server::Server;

const REQUESTS: usize = 1_000_000;
/// The number of concurrent requests.
const TASKS: usize = 16;
/// The number of measured starts, of which the median counts.
const STARTS: usize = 21;

fn main() -> Result<(), Box<dyn Error>> {
    match env::args().nth(1).as_deref() {
        Some(server::ARGUMENT) => server::serve(),
        None => measure(REQUESTS),
        Some(requests) => measure(requests.parse()?),
    }
}

fn measure(requests: usize) -> Result<(), Box<dyn Error>> {
    println!("| figure | value |\n|---|---|");
    println!("| start of the process until the port is open, median of {STARTS} | {:.1?} |", start_time()?);
    // One thread for the client: with the one of the sandbox, two cores are busy.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(load(requests))
}

fn start_time() -> Result<Duration, Box<dyn Error>> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let begun = Instant::now();
        let _server = Server::start()?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times[times.len() / 2])
}

/// Makes requests by an API key, and prints the rate and the memory after each fifth of them.
async fn load(requests: usize) -> Result<(), Box<dyn Error>> {
    let server = Server::start()?;
    println!("| memory after the start | {} |", mebibytes(server.memory()?));
    let key = ApiKey::by_id(server.account_id, server.api_key.as_str());
    let client = Client::builder().credentials(key).base_url(&server.address).build()?;
    let part = requests.div_ceil(5);
    for number in 1..=5 {
        let (begun, left) = (Instant::now(), Arc::new(AtomicUsize::new(part)));
        let tasks: Vec<_> =
            (0..TASKS).map(|_| tokio::spawn(send(client.clone(), Arc::clone(&left)))).collect();
        for task in tasks {
            task.await??;
        }
        let seconds = begun.elapsed().as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "these numbers are small")]
        let rate = part as f64 / seconds;
        println!("| requests per second, until {} | {rate:.0} |", number * part);
        println!("| memory after {} requests | {} |", number * part, mebibytes(server.memory()?));
    }
    Ok(())
}

async fn send(client: Client, left: Arc<AtomicUsize>) -> Result<(), vox_accounts::prelude::Error> {
    while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
        GetAccountInfo::default().send(&client).await?;
    }
    Ok(())
}

/// A size in KiB, as text.
fn mebibytes(kibibytes: u64) -> String {
    format!("{}.{} MiB", kibibytes / 1024, kibibytes % 1024 * 10 / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_in_mebibytes() {
        assert_eq!(mebibytes(1024 * 12 + 512), "12.5 MiB");
    }
}
