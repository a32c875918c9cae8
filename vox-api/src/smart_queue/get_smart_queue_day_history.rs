//! `GetSmartQueueDayHistory`: reads metrics of the last two days.
//!
//! Roles: any. Source: the method `GetSmartQueueDayHistory` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::types::metrics_checks;
use super::{SmartQueueMetricsResult, SqGroupBy, SqMetricsQueues, SqMetricsUsers, SqReportType};
use crate::types::Application;

/// Reads metrics of queues and agents for the last two days.
///
/// [`RequestSmartQueueHistory`](super::RequestSmartQueueHistory) orders a report of a longer time span. The parameters
/// `with_header` and `decimal_separator` shape a CSV file, but no source has a parameter that requests one.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{GetSmartQueueDayHistory, SqGroupBy, SqMetricsQueues, SqReportType};
/// use vox_api::types::Application;
///
/// let request = GetSmartQueueDayHistory::builder()
///     .sq_queue(SqMetricsQueues::Id(vec![3]))
///     .report_type([SqReportType::CountHandledCalls])
///     .application(Application::Id(7))
///     .interval(Period { hours: 1, ..Period::default() })
///     .group_by(SqGroupBy::Agent)
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "sq_queue_id=3&report_type=count_handled_calls&application_id=7&interval=0000-00-00+01%3A00%3A00&group_by=agent"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSmartQueueDayHistory",
    response = GetSmartQueueDayHistoryResponse,
    kind = read,
    checks = [QUEUE, AGENTS, SERVICE_LEVEL],
)]
pub struct GetSmartQueueDayHistory {
    /// The queues. Metrics of queues, such as `service_level`, need at least one; metrics of agents do not.
    #[param(one_of)]
    pub sq_queue: Option<SqMetricsQueues>,
    /// The metrics.
    pub report_type: Vec<SqReportType>,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The agents. They limit only metrics of agents, such as `occupancy_rate` and `sum_agents_ready_time`.
    #[param(one_of)]
    pub user: Option<SqMetricsUsers>,
    /// The beginning of the time span, in the time zone `timezone`.
    #[param(default_text = "the current time minus 1 day", at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    #[param(default_text = "the current time")]
    pub to_date: Option<DateTime>,
    /// The time zone of the request and of the response: `Etc/GMT-8`, or `auto` for the account's. No source states the default,
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

/// The response of [`GetSmartQueueDayHistory`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSmartQueueDayHistoryResponse {
    /// The metrics.
    pub result: Vec<SmartQueueMetricsResult>,
    /// The time zone of the times: `Etc/GMT-8`.
    pub timezone: Option<String>,
}

metrics_checks!(GetSmartQueueDayHistory);
