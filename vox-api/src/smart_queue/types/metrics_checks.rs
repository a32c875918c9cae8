//! Checks of the requests of metrics.

use super::{SqGroupBy, SqMetricsQueues, SqReportType};

/// Whether the metrics, one of which may be about queues only, have a queue.
pub(in crate::smart_queue) fn has_queue(metrics: &[SqReportType], queues: Option<&SqMetricsQueues>) -> bool {
    queues.is_some() || !metrics.iter().any(SqReportType::is_of_queues)
}

/// Whether a request that groups by agent is not about several queues.
pub(in crate::smart_queue) fn has_one_queue_for_agents(
    group_by: Option<&SqGroupBy>,
    queues: Option<&SqMetricsQueues>,
) -> bool {
    group_by != Some(&SqGroupBy::Agent) || queues.is_none_or(|queues| queues.count() < 2)
}

/// Whether the service level, if it is one of the metrics, has its waiting time.
pub(in crate::smart_queue) fn has_waiting_time(
    metrics: &[SqReportType],
    max_waiting_sec: Option<u64>,
) -> bool {
    max_waiting_sec.is_some() || !metrics.contains(&SqReportType::ServiceLevel)
}

/// Declares the checks `QUEUE`, `AGENTS` and `SERVICE_LEVEL` of a method, which has the parameters of metrics.
macro_rules! metrics_checks {
    ($method:ident) => {
        const QUEUE: vox_core::rules::RequestCheck<$method> = vox_core::rules::RequestCheck::new(
            "queue",
            "must be given for metrics of queues, such as `service_level`",
            &["sq_queue", "report_type"],
            |request| super::types::has_queue(&request.report_type, request.sq_queue.as_ref()),
        );

        const AGENTS: vox_core::rules::RequestCheck<$method> = vox_core::rules::RequestCheck::new(
            "agents",
            "must be one queue if the values are grouped by agent",
            &["sq_queue", "group_by"],
            |request| {
                super::types::has_one_queue_for_agents(request.group_by.as_ref(), request.sq_queue.as_ref())
            },
        );

        const SERVICE_LEVEL: vox_core::rules::RequestCheck<$method> = vox_core::rules::RequestCheck::new(
            "service_level",
            "must be given for the metric `service_level`",
            &["max_waiting_sec", "report_type"],
            |request| super::types::has_waiting_time(&request.report_type, request.max_waiting_sec),
        );
    };
}
pub(in crate::smart_queue) use metrics_checks;
