//! The method `GetCallHistoryAsync`.

use vox_core::client::Report;
use vox_core::prelude::*;

use super::types::ReportFormat;
use crate::history::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{Application, ReportOrdered};

/// Orders a report of sessions and phone calls.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCallHistoryAsync",
    roles = [Owner, Admin, Developer, Supervisor, Support],
    response = ReportOrdered,
    kind = write,
)]
pub struct GetCallHistoryAsync {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span.
    pub to_date: Option<DateTime>,
    /// The shortest duration, in seconds.
    #[param(at_most = max_duration)]
    pub min_duration: Option<u64>,
    /// The longest duration, in seconds.
    pub max_duration: Option<u64>,
    /// The phone numbers of the other party. Replaces `remote_number`, unless it is empty.
    pub remote_number_list: Option<Json<Vec<String>>>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The sessions.
    pub call_session_history_id: Option<Vec<u64>>,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The users.
    pub user_id: Option<Vec<u64>>,
    /// The name of the rule.
    #[param(needs = application)]
    pub rule_name: Option<String>,
    /// The phone numbers of the other party.
    pub remote_number: Option<Vec<String>>,
    /// The phone numbers of the application or of a user.
    pub local_number: Option<Vec<String>>,
    /// A text of the session.
    pub call_session_history_custom_data: Option<String>,
    /// Whether the response contains the phone calls.
    pub with_calls: Option<bool>,
    /// Whether the response contains the recordings.
    pub with_records: Option<bool>,
    /// Whether the response contains the other resources.
    pub with_other_resources: Option<bool>,
    /// The child accounts.
    pub child_account_id: Option<Vec<u64>>,
    /// Whether only the phone calls of child accounts are listed.
    pub children_calls_only: Option<bool>,
    /// Whether the latest ones come first.
    pub desc_order: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The format of the response.
    #[param(default = "csv")]
    pub output: Option<ReportFormat>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

impl Report for GetCallHistoryAsync {
    type Status = GetHistoryReports;
    type File = DownloadHistoryReport;

    fn report_id(response: Self::Response) -> Option<u64> {
        Some(response.history_report_id)
    }

    fn status(id: u64) -> GetHistoryReports {
        GetHistoryReports::builder().history_report_id(id).build()
    }

    fn is_complete(response: GetHistoryReportsResponse, id: u64) -> bool {
        response
            .result
            .iter()
            .any(|report| report.history_report_id == Some(id) && report.completed.is_some())
    }

    fn file(id: u64) -> DownloadHistoryReport {
        DownloadHistoryReport { history_report_id: id }
    }
}
