//! `GetPhoneNumberReports`: lists the reports of phone numbers that were ordered.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, PhoneNumberManager. Source: the method
//! `GetPhoneNumberReports` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use crate::types::ReportFormat;

/// Lists the reports of phone numbers that were ordered, and states whether they are complete.
///
/// ```
/// use vox_api::phone_numbers::{GetPhoneNumberReports, PhoneNumberReportTypeFilter};
/// use vox_api::prelude::*;
///
/// let request = GetPhoneNumberReports {
///     report_type: Some(vec![PhoneNumberReportTypeFilter::PhoneNumbers]),
///     is_completed: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"report_type=phone_numbers&is_completed=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumberReports",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, PhoneNumberManager],
    response = GetPhoneNumberReportsResponse,
    kind = read,
)]
pub struct GetPhoneNumberReports {
    /// The report's id.
    pub report_id: Option<u64>,
    /// The types of the reports.
    pub report_type: Option<Vec<PhoneNumberReportTypeFilter>>,
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
}

/// A type of report that a list is limited to.
///
/// Source: `report_type` of `GetPhoneNumberReports`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PhoneNumberReportTypeFilter {
    /// The phone numbers of the account.
    PhoneNumbers,
    /// The phone numbers that are not configured yet.
    PhoneNumbersAwaitingConfiguration,
    /// A type that this list does not have.
    Other(String),
}

/// The response of [`GetPhoneNumberReports`]: one page of reports.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumberReportsResponse {
    /// The reports of this page.
    pub result: Vec<CommonReport>,
    /// How many reports there are in all.
    pub total_count: Option<u64>,
    /// How many reports this page holds.
    pub count: Option<u64>,
}

impl GetPhoneNumberReportsResponse {
    /// Whether the report with this id is in the page and complete, so that
    /// [`DownloadPhoneNumberReport`](super::DownloadPhoneNumberReport) can download it.
    #[must_use]
    pub fn is_complete(&self, id: u64) -> bool {
        self.result.iter().any(|report| report.report_id == Some(id) && report.completed.is_some())
    }
}

/// A report of phone numbers.
///
/// Source: the structure `CommonReportType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CommonReport {
    /// The report's id.
    pub report_id: Option<u64>,
    /// The type of report.
    pub r#type: Option<PhoneNumberReportType>,
    /// When it was ordered, UTC.
    pub created: Option<Timestamp>,
    /// The format of the file.
    pub format: Option<ReportFormat>,
    /// When it was completed, UTC. A report without it is not complete.
    pub completed: Option<Timestamp>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The size of the file, in bytes.
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
    /// Totals. No source states their members for reports of phone numbers.
    pub calculated_data: Option<Value>,
}

/// A type of report.
///
/// Source: `type` of the structure `CommonReportType`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PhoneNumberReportType {
    /// The phone numbers of the account.
    PhoneNumbers,
    /// The phone numbers that are not configured yet.
    PhoneNumbersAwaitingConfiguration,
    /// No type.
    None,
    /// A type that this list does not have.
    Other(String),
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetPhoneNumberReports {
    type Item = CommonReport;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetPhoneNumberReportsResponse) -> (Vec<CommonReport>, Option<u64>) {
        (response.result, response.total_count)
    }
}
