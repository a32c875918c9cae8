//! The method `GetPhoneNumberReports`.

use vox_core::prelude::*;

use crate::history::ReportFormat;

/// Lists the reports of phone numbers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumberReports",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, PhoneNumberManager],
    response = GetPhoneNumberReportsResponse,
    kind = read,
)]
pub struct GetPhoneNumberReports {
    /// The report.
    pub report_id: Option<u64>,
    /// The kinds of reports.
    pub report_type: Option<Vec<PhoneNumberReportTypeFilter>>,
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
}

/// The response of [`GetPhoneNumberReports`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumberReportsResponse {
    /// The result.
    pub result: Vec<CommonReport>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The number of items in the response.
    pub count: Option<u64>,
}

/// The kind of a report.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PhoneNumberReportTypeFilter {
    /// `phone_numbers`.
    PhoneNumbers,
    /// `phone_numbers_awaiting_configuration`.
    PhoneNumbersAwaitingConfiguration,
    /// A value that this version does not know.
    Other(String),
}

/// The kind of a report.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PhoneNumberReportType {
    /// `phone_numbers`.
    PhoneNumbers,
    /// `phone_numbers_awaiting_configuration`.
    PhoneNumbersAwaitingConfiguration,
    /// `none`.
    None,
    /// A value that this version does not know.
    Other(String),
}

/// A report.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CommonReport {
    /// The report.
    pub report_id: Option<u64>,
    /// The kind of report.
    pub r#type: Option<PhoneNumberReportType>,
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
    /// Totals.
    pub calculated_data: Option<Value>,
}
