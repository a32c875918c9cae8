//! Metrics, as methods return them.

use vox_core::prelude::*;

use super::SqReportType;

/// A metric with its values.
///
/// Source: the structure `SmartQueueMetricsResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueMetricsResult {
    /// The metric.
    pub report_type: Option<SqReportType>,
    /// The groups, by `group_by` of the request.
    pub groups: Vec<SmartQueueMetricsGroups>,
}

/// The values of a metric for a queue or an agent.
///
/// Source: the structure `SmartQueueMetricsGroups`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueMetricsGroups {
    /// The queue's id.
    pub sq_queue_id: Option<u64>,
    /// The queue's name.
    pub sq_queue_name: Option<String>,
    /// The id of the agent's user.
    pub user_id: Option<u64>,
    /// The name of the agent's user.
    pub user_name: Option<String>,
    /// The agent's name as others see it.
    pub user_display_name: Option<String>,
    /// The values, one for each interval.
    pub values: Vec<SmartQueueMetricsGroupsValues>,
}

/// The value of a metric in an interval.
///
/// Source: the structure `SmartQueueMetricsGroupsValues`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueMetricsGroupsValues {
    /// The beginning of the interval, in the time zone of the response.
    pub from_date: Option<DateTime>,
    /// The end of the interval, in the time zone of the response.
    pub to_date: Option<DateTime>,
    /// The value. No source states the units.
    pub value: Option<Decimal>,
}
