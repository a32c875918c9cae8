//! Orders a report of the transactions of a month, waits until it is complete, and downloads it.
//!
//! `cargo run --example report` talks to a sandbox inside this process.

use std::error::Error;
use std::time::Duration;

use vox_api::history::{GetHistoryReports, GetTransactionHistoryAsync};
use vox_api::prelude::*;
use vox_api::vox_core::client::Waiting;
use vox_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Against the real API: `Client::builder().credentials(ServiceAccount::from_env()?).build()?`.
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;

    // The times are those of the request's time zone, which is UTC without one.
    let request = GetTransactionHistoryAsync::builder()
        .from_date("2026-01-01 00:00:00".parse::<DateTime>()?)
        .to_date("2026-01-31 23:59:59".parse::<DateTime>()?)
        .with_header(true)
        .build();

    // The id is all that a program must remember: another program can ask for the report later.
    let report = client.order(&request).await?;
    println!("ordered the report {}", report.id());
    println!("complete at once: {}", client.is_complete(&report).await?);

    // The real API takes seconds to minutes. The clock of the sandbox is set instead.
    sandbox.clock().advance(Duration::from_secs(5));
    client.wait_for(&report, Waiting::default()).await?;

    // A file is streamed: a large one is not held in memory.
    let mut csv = Vec::new();
    client.download_report(&report).await?.write_to(&mut csv).await?;
    let text = String::from_utf8(csv)?;
    println!("downloaded {} lines:", text.lines().count());
    for line in text.lines() {
        println!("  {line}");
    }

    // All reports that were ordered, and when they were completed.
    let mut reports =
        GetHistoryReports { history_report_id: Some(report.id()), ..Default::default() }.items(&client);
    while let Some(report) = reports.next().await {
        let report = report?;
        println!("the report {:?} was completed at {:?}", report.history_report_id, report.completed);
    }

    // The four steps in one: `client.report` orders, waits and downloads.
    Ok(())
}
