//! The method `GetSmartQueueRealtimeMetrics`.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::types::{MetricsUsers, SqGroupBy, SqReportType};
use crate::types::Application;

/// Returns metrics of smart queues for the last half hour.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSmartQueueRealtimeMetrics",
    response = GetSmartQueueRealtimeMetricsResponse,
    kind = read,
    checks = [SERVICE_LEVEL],
)]
pub struct GetSmartQueueRealtimeMetrics {
    /// The metrics.
    pub report_type: Vec<SqReportType>,
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Agents. They filter only some metrics.
    #[param(one_of)]
    pub user: Option<MetricsUsers>,
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: Option<MetricsSqQueues>,
    /// The beginning of the time span.
    #[param(default_text = "the current time minus 30 minutes", at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span.
    #[param(default_text = "the current time")]
    pub to_date: Option<DateTime>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
    /// The length of the intervals.
    #[param(default_text = "30 minutes")]
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

/// The response of [`GetSmartQueueRealtimeMetrics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSmartQueueRealtimeMetricsResponse {
    /// The result.
    pub result: Vec<SmartQueueMetricsResult>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// Smart queues.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum MetricsSqQueues {
    /// By names.
    Name(Vec<String>),
    /// By ids.
    #[param(max_items = 5)]
    Id(Vec<u64>),
}

/// A metric.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueMetricsResult {
    /// The metric.
    pub report_type: Option<SqReportType>,
    /// The groups.
    pub groups: Vec<SmartQueueMetricsGroups>,
}

/// The values of an agent or a queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueMetricsGroups {
    /// The id of the smart queue queue.
    pub sq_queue_id: Option<u64>,
    /// The name of the smart queue queue.
    pub sq_queue_name: Option<String>,
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The name of the user.
    pub user_name: Option<String>,
    /// The name that is displayed.
    pub user_display_name: Option<String>,
    /// The values.
    pub values: Vec<SmartQueueMetricsGroupsValues>,
}

/// The value of an interval.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueMetricsGroupsValues {
    /// The beginning of the time span.
    pub from_date: Option<Timestamp>,
    /// The end of the time span.
    pub to_date: Option<Timestamp>,
    /// The value.
    pub value: Option<Decimal>,
}

const SERVICE_LEVEL: RequestCheck<GetSmartQueueRealtimeMetrics> = RequestCheck::new(
    "service_level",
    "must be given for the metric `service_level`",
    &["max_waiting_sec", "report_type"],
    |request| request.max_waiting_sec.is_some() || !request.report_type.contains(&SqReportType::ServiceLevel),
);
