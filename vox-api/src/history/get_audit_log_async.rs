//! `GetAuditLogAsync`: orders a report of the audit log.
//!
//! Roles: Owner. Source: the method `GetAuditLogAsync` of the API's section History.

use vox_core::prelude::*;

#[cfg(feature = "client")]
use super::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{ReportFormat, ReportOrdered};

/// Orders a report of the calls of the API that changed the account.
///
/// See [the section](super) for how to await and download it.
///
/// ```
/// use vox_api::history::GetAuditLogAsync;
/// use vox_api::prelude::*;
///
/// let request = GetAuditLogAsync { filtered_ip: Some(vec!["192.0.2.7".into()]), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"filtered_ip=192.0.2.7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAuditLogAsync", roles = [Owner], response = ReportOrdered, kind = write)]
pub struct GetAuditLogAsync {
    /// The beginning of the time span, in the time zone `timezone`; the sources state UTC.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`; the sources state UTC.
    pub to_date: Option<DateTime>,
    /// The ids of the entries.
    pub audit_log_id: Option<Vec<u64>>,
    /// The ids of the administrators who made the calls.
    pub filtered_admin_user_id: Option<Vec<u64>>,
    /// The most entries of the report. Without it the API sets a limit, which no source states.
    pub count: Option<u64>,
    /// How many entries are skipped.
    pub offset: Option<u64>,
    /// The IP addresses that the calls came from.
    pub filtered_ip: Option<Vec<String>>,
    /// The names of the methods: `AddUser`.
    pub filtered_cmd: Option<Vec<String>>,
    /// A filter by the parameters of the calls. No source states its syntax.
    pub advanced_filters: Option<String>,
    /// Whether the latest entries come first.
    #[param(default = false)]
    pub desc_order: Option<bool>,
    /// Whether the first line has the names of the columns.
    #[param(default = true)]
    pub with_header: Option<bool>,
    /// The format of the report.
    #[param(default = "csv")]
    pub output: Option<ReportFormat>,
    /// The time zone of the request and of the report: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::client::Report for GetAuditLogAsync {
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
