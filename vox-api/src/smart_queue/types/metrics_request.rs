//! The queues, the agents and the grouping of metrics.

use vox_core::prelude::*;

/// The queues of metrics.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum SqMetricsQueues {
    /// By ids: at most 5.
    #[param(max_items = 5)]
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

impl SqMetricsQueues {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Id(ids) => ids.len(),
            Self::Name(names) => names.len(),
        }
    }
}

/// The agents of metrics.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum SqMetricsUsers {
    /// By the ids of the users, at most 5, or all.
    #[param(max_items = 5)]
    Id(IdList),
    /// By the names of the users.
    Name(Vec<String>),
}

/// The grouping of a metric's values.
///
/// The reference lists the metrics that each permits, without those that were added later. The API rejects other metrics
/// (errors [525](vox_core::ErrorCode::INAPPROPRIATE_AGENT_REPORTS) and
/// [526](vox_core::ErrorCode::INAPPROPRIATE_QUEUE_REPORTS)).
///
/// Source: `group_by` of `GetSmartQueueRealtimeMetrics`, `GetSmartQueueDayHistory` and `RequestSmartQueueHistory`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqGroupBy {
    /// By agent: for one queue, and for the metrics `occupancy_rate`, `sum_agents_*_time`, `*_handle_time`, `count_handled_calls`
    /// and `*_after_call_worktime`.
    Agent,
    /// By queue: for the metrics of phone calls, except `sum_agents_*_time`.
    Queue,
    /// A grouping that this list does not have.
    Other(String),
}
