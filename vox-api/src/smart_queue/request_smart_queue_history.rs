//! The method `RequestSmartQueueHistory`.

use vox_core::client::Report;
use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::types::{MetricsUsers, SqGroupBy, SqReportType};
use crate::history::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{Application, ReportOrdered};

/// Orders a report of the metrics of smart queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "RequestSmartQueueHistory",
    response = ReportOrdered,
    kind = write,
    checks = [SERVICE_LEVEL],
)]
pub struct RequestSmartQueueHistory {
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: Option<HistorySqQueues>,
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: DateTime,
    /// The end of the time span.
    pub to_date: DateTime,
    /// The metrics.
    pub report_type: Vec<SqReportType>,
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Agents. They filter only some metrics.
    #[param(one_of)]
    pub user: Option<MetricsUsers>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
    /// The length of the intervals.
    #[param(default_text = "1 day")]
    pub interval: Option<Period>,
    /// Whether there is a group for each agent or each queue. `agent` needs one queue and only metrics of agents,
    /// `queue` only metrics of queues.
    pub group_by: Option<SqGroupBy>,
    /// The waiting time that a service level allows, in seconds.
    pub max_waiting_sec: Option<u64>,
    /// Whether the latest ones come first.
    pub desc_order: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's setting")]
    pub decimal_separator: Option<String>,
    /// Whether intervals without data are left out.
    pub omit_empty: Option<bool>,
}

/// Smart queues.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum HistorySqQueues {
    /// By ids.
    #[param(max_items = 5)]
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

const SERVICE_LEVEL: RequestCheck<RequestSmartQueueHistory> = RequestCheck::new(
    "service_level",
    "must be given for the metric `service_level`",
    &["max_waiting_sec", "report_type"],
    |request| request.max_waiting_sec.is_some() || !request.report_type.contains(&SqReportType::ServiceLevel),
);

impl Report for RequestSmartQueueHistory {
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
