//! Queues.
//!
#![doc = include_str!("../../docs/queues.md")]

vox_core::methods! {
    get_acd_operator_statistics {
        GetAcdOperatorStatistics, GetAcdOperatorStatisticsResponse, OperatorStatisticsItem,
        StatisticsAggregation, StatisticsGroup, AcdOperatorAggregationGroup, AcdOperatorStatistics,
        AcdStatisticsItem,
    }
    bind_user_to_queue { BindUserToQueue }
    get_acd_operator_status_statistics {
        GetAcdOperatorStatusStatistics, GetAcdOperatorStatusStatisticsResponse,
        AcdOperatorStatusAggregationGroup, AcdOperatorStatusStatistics, AcdOperatorStatusStatisticsDetail,
    }
    get_acd_queue_statistics {
        GetAcdQueueStatistics, GetAcdQueueStatisticsResponse, QueueStatisticsItem, AcdQueueStatistics,
        AcdStatisticsCalls, AcdQueueStatisticsServiceLevel,
    }
}
