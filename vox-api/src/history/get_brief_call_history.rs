//! `GetBriefCallHistory`: orders a short report of sessions.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Support. Source: the method `GetBriefCallHistory` of the API's section
//! History.

use vox_core::prelude::*;

#[cfg(feature = "client")]
use super::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{Application, ReportFormat, ReportOrdered};

/// Orders a short report of sessions with their phone calls.
///
/// The method returns no history, in spite of its name. See [the section](super) for how to await and download the report. No
/// source states which columns it has.
///
/// ```
/// use vox_api::history::GetBriefCallHistory;
/// use vox_api::prelude::*;
/// use vox_api::types::{Application, ReportFormat};
///
/// let request =
///     GetBriefCallHistory::builder().output(ReportFormat::Csv).application(Application::Id(7)).rule_name("in").build();
/// assert_eq!(request.to_form().as_bytes(), b"output=csv&application_id=7&rule_name=in");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetBriefCallHistory",
    roles = [Owner, Admin, Developer, Supervisor, Support],
    response = ReportOrdered,
    kind = write,
)]
pub struct GetBriefCallHistory {
    /// The format of the report.
    pub output: ReportFormat,
    /// The beginning of the time span, in the time zone `timezone`. Without both ends the time span is presumably one month.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    pub to_date: Option<DateTime>,
    /// The ids of the sessions.
    pub call_session_history_id: Option<Vec<u64>>,
    /// The application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The routing rule's name, which is unique in an application.
    #[param(needs = application)]
    pub rule_name: Option<String>,
    /// The phone numbers of the other parties.
    pub remote_number: Option<Vec<String>>,
    /// The phone numbers of the account's side.
    pub local_number: Option<Vec<String>>,
    /// The custom data of the session.
    pub call_session_history_custom_data: Option<String>,
    /// Whether the latest sessions come first.
    pub desc_order: Option<bool>,
    /// Whether the first line has the names of the columns.
    pub with_header: Option<bool>,
    /// The time zone of the request and of the report: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::client::Report for GetBriefCallHistory {
    type Status = GetHistoryReports;
    type File = DownloadHistoryReport;

    fn report_id(response: ReportOrdered) -> Option<u64> {
        Some(response.history_report_id)
    }

    fn status(id: u64) -> GetHistoryReports {
        GetHistoryReports { history_report_id: Some(id), ..Default::default() }
    }

    fn is_complete(response: GetHistoryReportsResponse, id: u64) -> bool {
        response.is_complete(id)
    }

    fn file(id: u64) -> DownloadHistoryReport {
        DownloadHistoryReport { history_report_id: id }
    }
}
