//! `RequestSmartQueueHistory`: orders a report of metrics.
//!
//! Roles: any. Source: the method `RequestSmartQueueHistory` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::types::metrics_checks;
use super::{SqGroupBy, SqMetricsQueues, SqMetricsUsers, SqReportType};
#[cfg(all(feature = "client", feature = "history"))]
use crate::history::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{Application, ReportOrdered};

/// Orders a report of metrics of queues and agents.
///
/// The methods `GetHistoryReports` and `DownloadHistoryReport` of the section History state whether the report is complete, and
/// download it. With the feature `history`, `client.report` orders the report, waits until it is complete, and downloads it.
///
/// The vendor's SDKs require both ends of the time span, although the reference has defaults for them: the last day.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{RequestSmartQueueHistory, SqMetricsQueues, SqReportType};
/// use vox_api::types::Application;
///
/// let request = RequestSmartQueueHistory::builder()
///     .sq_queue(SqMetricsQueues::Id(vec![3, 4]))
///     .from_date("2026-01-01 00:00:00".parse::<DateTime>()?)
///     .to_date("2026-01-31 23:59:59".parse::<DateTime>()?)
///     .report_type([SqReportType::ServiceLevel])
///     .application(Application::Id(7))
///     .max_waiting_sec(20)
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "sq_queue_id=3%3B4&from_date=2026-01-01+00%3A00%3A00&to_date=2026-01-31+23%3A59%3A59&report_type=service_level\
///      &application_id=7&max_waiting_sec=20"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "RequestSmartQueueHistory",
    response = ReportOrdered,
    kind = write,
    checks = [QUEUE, AGENTS, SERVICE_LEVEL],
)]
pub struct RequestSmartQueueHistory {
    /// The queues. Metrics of queues, such as `service_level`, need at least one; metrics of agents do not.
    #[param(one_of)]
    pub sq_queue: Option<SqMetricsQueues>,
    /// The beginning of the time span, in the time zone `timezone`.
    #[param(at_most = to_date)]
    pub from_date: DateTime,
    /// The end of the time span, in the time zone `timezone`.
    pub to_date: DateTime,
    /// The metrics.
    pub report_type: Vec<SqReportType>,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The agents. They limit only metrics of agents, such as `occupancy_rate` and `sum_agents_ready_time`.
    #[param(one_of)]
    pub user: Option<SqMetricsUsers>,
    /// The time zone of the request and of the report: `Etc/GMT-8`, or `auto` for the account's. No source states the default,
    /// which is presumably UTC.
    pub timezone: Option<String>,
    /// How long an interval is. Each interval has one value.
    #[param(default_text = "1 day")]
    pub interval: Option<Period>,
    /// The grouping of the values.
    pub group_by: Option<SqGroupBy>,
    /// The waiting time within which a phone call must be answered, in seconds. The metric `service_level` needs it.
    pub max_waiting_sec: Option<u64>,
    /// Whether the latest intervals come first.
    pub desc_order: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's setting")]
    pub decimal_separator: Option<String>,
    /// Whether intervals without data are left out.
    pub omit_empty: Option<bool>,
}

metrics_checks!(RequestSmartQueueHistory);

// The report is one of the section History, which has the methods that follow an order.
#[cfg(all(feature = "client", feature = "history"))]
impl vox_core::client::Report for RequestSmartQueueHistory {
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
