//! The method `GetHistoryReports`.

use vox_core::prelude::*;

use super::types::ReportFormat;

/// Lists the reports that were ordered.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetHistoryReports",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = GetHistoryReportsResponse,
    kind = read,
)]
pub struct GetHistoryReports {
    /// The report.
    pub history_report_id: Option<u64>,
    /// The kinds of reports.
    pub history_type: Option<List<HistoryReportType>>,
    /// The earliest time of the order.
    #[param(at_most = created_to)]
    pub created_from: Option<Timestamp>,
    /// The latest time of the order.
    pub created_to: Option<Timestamp>,
    /// Whether only complete reports are listed.
    pub is_completed: Option<bool>,
    /// Whether the latest ones come first.
    pub desc_order: Option<bool>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// Applications.
    #[param(one_of)]
    pub application: Option<ApplicationsOrAll>,
}

/// The response of [`GetHistoryReports`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetHistoryReportsResponse {
    /// The result.
    pub result: Vec<HistoryReport>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
}

/// The kind of a report.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum HistoryReportType {
    /// `calls`.
    Calls,
    /// `calls_brief`.
    CallsBrief,
    /// `transactions`.
    Transactions,
    /// `audit`.
    Audit,
    /// `call_list`.
    CallList,
    /// `transactions_on_hold`.
    TransactionsOnHold,
    /// A value that this version does not know.
    Other(String),
}

/// Applications.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "application")]
pub enum ApplicationsOrAll {
    /// By ids.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// A report.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct HistoryReport {
    /// The report.
    pub history_report_id: Option<u64>,
    /// The kind of report.
    pub history_type: Option<HistoryReportType>,
    /// When it was created.
    pub created: Option<Timestamp>,
    /// The format.
    pub format: Option<ReportFormat>,
    /// When the report was completed.
    pub completed: Option<Timestamp>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The size of the file, in bytes.
    pub file_size: Option<Decimal>,
    /// The size of the download, in bytes.
    pub download_size: Option<Decimal>,
    /// How often the report was downloaded.
    pub download_count: Option<u64>,
    /// When the report was last downloaded.
    pub last_downloaded: Option<Timestamp>,
    /// The last day on which the report is available.
    pub store_until: Option<Date>,
    /// The parameters of the order.
    pub filters: Option<Value>,
    /// Totals, depending on the kind of report.
    pub calculated_data: Option<Value>,
}
