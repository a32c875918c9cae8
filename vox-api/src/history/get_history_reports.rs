//! `GetHistoryReports`: lists the reports of histories that were ordered.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer. Source: the method `GetHistoryReports` of the API's
//! section History.

use vox_core::prelude::*;

use crate::types::{ApplicationsOrAll, ReportFormat};

/// Lists the reports of histories that were ordered, and states whether they are complete.
///
/// ```
/// use vox_api::history::{GetHistoryReports, HistoryReportType};
/// use vox_api::prelude::*;
///
/// let request = GetHistoryReports {
///     history_type: Some([HistoryReportType::Calls, HistoryReportType::CallsBrief].into()),
///     is_completed: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"history_type=calls%3Bcalls_brief&is_completed=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetHistoryReports",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = GetHistoryReportsResponse,
    kind = read,
)]
pub struct GetHistoryReports {
    /// The report's id.
    pub history_report_id: Option<u64>,
    /// The types of the reports.
    pub history_type: Option<List<HistoryReportType>>,
    /// The earliest time of the order, UTC.
    #[param(at_most = created_to)]
    pub created_from: Option<Timestamp>,
    /// The latest time of the order, UTC.
    pub created_to: Option<Timestamp>,
    /// Only complete reports, or only those that are not.
    pub is_completed: Option<bool>,
    /// Whether the latest reports come first.
    pub desc_order: Option<bool>,
    /// The most reports to return.
    pub count: Option<u64>,
    /// How many reports are skipped.
    pub offset: Option<u64>,
    /// The applications.
    #[param(one_of)]
    pub application: Option<ApplicationsOrAll>,
}

/// A type of report.
///
/// Source: `history_type` of `GetHistoryReports` and of the structure `HistoryReportType`, whose list is shorter.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum HistoryReportType {
    /// Sessions with their phone calls.
    Calls,
    /// Sessions, in short.
    CallsBrief,
    /// Transactions.
    Transactions,
    /// The audit log.
    Audit,
    /// A call list.
    CallList,
    /// Transactions of reserved money.
    TransactionsOnHold,
    /// A type that this list does not have.
    Other(String),
}

/// The response of [`GetHistoryReports`]: one page of reports.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetHistoryReportsResponse {
    /// The reports of this page.
    pub result: Vec<HistoryReport>,
    /// How many reports there are in all.
    pub total_count: Option<u64>,
    /// How many reports this page holds.
    pub count: Option<u64>,
}

impl GetHistoryReportsResponse {
    /// Whether the report with this id is in the page and complete, so that
    /// [`DownloadHistoryReport`](super::DownloadHistoryReport) can download it.
    #[must_use]
    pub fn is_complete(&self, id: u64) -> bool {
        self.result.iter().any(|report| report.history_report_id == Some(id) && report.completed.is_some())
    }
}

/// A report of a history.
///
/// Source: the structure `HistoryReportType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct HistoryReport {
    /// The report's id.
    pub history_report_id: Option<u64>,
    /// The type of report.
    pub history_type: Option<HistoryReportType>,
    /// When it was ordered, UTC.
    pub created: Option<Timestamp>,
    /// The format of the file.
    pub format: Option<ReportFormat>,
    /// When it was completed, UTC. A report without it is not complete.
    pub completed: Option<Timestamp>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The size of the file, in bytes. A source states that it is valid for video calls only.
    pub file_size: Option<Decimal>,
    /// The size of the download, in bytes.
    pub download_size: Option<Decimal>,
    /// How often it was downloaded.
    pub download_count: Option<u64>,
    /// When it was last downloaded, UTC.
    pub last_downloaded: Option<Timestamp>,
    /// The day until which it is kept.
    pub store_until: Option<Date>,
    /// The parameters of the order, an object.
    pub filters: Option<Value>,
    /// Totals, an object whose members depend on the type of report.
    pub calculated_data: Option<Value>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetHistoryReports {
    type Item = HistoryReport;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetHistoryReportsResponse) -> (Vec<HistoryReport>, Option<u64>) {
        (response.result, response.total_count)
    }
}
