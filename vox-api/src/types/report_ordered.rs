//! Reports that the API makes later.

use vox_core::prelude::*;

/// The response of a method that orders a report of a history.
///
/// `GetHistoryReports` states whether the report is complete, `DownloadHistoryReport` downloads it. Both are in the section
/// History.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ReportOrdered {
    /// The report's id.
    pub history_report_id: u64,
}
