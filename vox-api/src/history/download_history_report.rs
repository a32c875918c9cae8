//! `DownloadHistoryReport`: downloads a report of a history.
//!
//! Roles: Owner, Admin, Supervisor, Accountant, Payer. Source: the method `DownloadHistoryReport` of the API's section
//! History.

use vox_core::prelude::*;

/// Downloads a complete report of a history.
///
/// The file may be compressed by gzip. The API counts the downloads of a report
/// ([`download_count`](super::HistoryReport::download_count)), so the method is a write: it is not retried if a response was
/// lost. Sending it once more is harmless.
///
/// ```no_run
/// use vox_api::history::DownloadHistoryReport;
/// use vox_api::prelude::*;
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let report = DownloadHistoryReport { history_report_id: 7 }.send(client).await?;
/// let mut file = Vec::new();
/// report.write_to(&mut file).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DownloadHistoryReport",
    roles = [Owner, Admin, Supervisor, Accountant, Payer],
    response = Download,
    kind = write,
    ack = none,
)]
pub struct DownloadHistoryReport {
    /// The report's id.
    pub history_report_id: u64,
}
