//! `GetCallHistoryAsync`: orders a report of sessions.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Support. Source: the method `GetCallHistoryAsync` of the API's section
//! History.

use vox_core::prelude::*;

#[cfg(feature = "client")]
use super::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{Application, ReportFormat, ReportOrdered};

/// Orders a report of sessions with their phone calls.
///
/// See [the section](super) for how to await and download it. The limits of [`GetCallHistory`](super::GetCallHistory) do not
/// apply: the report has all sessions, unless `count` limits them.
///
/// ```
/// use vox_api::history::GetCallHistoryAsync;
/// use vox_api::prelude::*;
///
/// let request = GetCallHistoryAsync {
///     from_date: Some("2026-01-01 00:00:00".parse()?),
///     to_date: Some("2026-01-31 23:59:59".parse()?),
///     with_calls: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "from_date=2026-01-01+00%3A00%3A00&to_date=2026-01-31+23%3A59%3A59&with_calls=true"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCallHistoryAsync",
    roles = [Owner, Admin, Developer, Supervisor, Support],
    response = ReportOrdered,
    kind = write,
)]
pub struct GetCallHistoryAsync {
    /// The beginning of the time span, in the time zone `timezone`. Without both ends the time span is one month.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    pub to_date: Option<DateTime>,
    /// The shortest duration, in seconds.
    #[param(at_most = max_duration)]
    pub min_duration: Option<u64>,
    /// The longest duration, in seconds.
    pub max_duration: Option<u64>,
    /// The phone numbers of the other parties. Replaces `remote_number`, unless it is empty.
    pub remote_number_list: Option<Json<Vec<String>>>,
    /// The most sessions of the report.
    pub count: Option<u64>,
    /// How many sessions are skipped.
    pub offset: Option<u64>,
    /// The ids of the sessions.
    pub call_session_history_id: Option<Vec<u64>>,
    /// The application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The ids of the users.
    pub user_id: Option<Vec<u64>>,
    /// The routing rule's name, which is unique in an application.
    #[param(needs = application)]
    pub rule_name: Option<String>,
    /// The phone numbers of the other parties.
    pub remote_number: Option<Vec<String>>,
    /// The phone numbers of the account's side.
    pub local_number: Option<Vec<String>>,
    /// The custom data of the session.
    pub call_session_history_custom_data: Option<String>,
    /// Whether the report has the phone calls.
    pub with_calls: Option<bool>,
    /// Whether the report has the recordings.
    pub with_records: Option<bool>,
    /// Whether the report has the other resources that were used.
    pub with_other_resources: Option<bool>,
    /// The ids of the child accounts.
    pub child_account_id: Option<Vec<u64>>,
    /// Whether only the sessions of child accounts are in the report.
    pub children_calls_only: Option<bool>,
    /// Whether the latest sessions come first.
    pub desc_order: Option<bool>,
    /// Whether the first line has the names of the columns.
    pub with_header: Option<bool>,
    /// The format of the report.
    #[param(default = "csv")]
    pub output: Option<ReportFormat>,
    /// The time zone of the request and of the report: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::client::Report for GetCallHistoryAsync {
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
