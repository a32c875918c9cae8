//! The section `Queues`.

vox_core::methods! {
    get_acd_operator_statistics {
        GetAcdOperatorStatistics, GetAcdOperatorStatisticsResponse, OperatorStatisticsItem,
        StatisticsAggregation, StatisticsGroup, AcdOperatorAggregationGroup, AcdOperatorStatistics,
        AcdStatisticsItem,
    }
}
