//! The method `DownloadHistoryReport`.

use vox_core::prelude::*;

/// Downloads a report.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DownloadHistoryReport",
    roles = [Owner, Admin, Supervisor, Accountant, Payer],
    response = Download,
    kind = write,
    ack = none,
)]
pub struct DownloadHistoryReport {
    /// The report.
    pub history_report_id: u64,
}
