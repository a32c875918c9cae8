//! Metrics.

use vox_core::prelude::*;

/// A metric of SmartQueue. Those with `Im` are about chats, the others about phone calls.
///
/// The vendor calls a metric a report type. It does not define the metrics; the descriptions here are derived from the names. No
/// source states the units of times, or whether a share is a percentage.
///
/// Source: `report_type` of `GetSmartQueueRealtimeMetrics`, `GetSmartQueueDayHistory` and `RequestSmartQueueHistory`, and of the
/// structure `SmartQueueMetricsResult`, whose list is shorter.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqReportType {
    /// The share of phone calls that were blocked.
    CallsBlockedPercentage,
    /// The number of phone calls that were blocked.
    CountBlockedCalls,
    /// The share of chats that were blocked.
    ImBlockedChatsPercentage,
    /// The number of chats that were blocked.
    ImCountBlockedChats,
    /// The share of chats that were answered.
    ImAnsweredChatsRate,
    /// The average share of phone calls whose callers hung up before an agent answered.
    AverageAbandonmentRate,
    /// The number of phone calls whose callers hung up before an agent answered.
    CountAbandonmentCalls,
    /// The share of phone calls that were answered within `max_waiting_sec`, which the request must have.
    ServiceLevel,
    /// The share of chats that were answered in time. No source states whether `max_waiting_sec` is the limit.
    ImServiceLevel,
    /// The share of the working time in which agents handled phone calls.
    OccupancyRate,
    /// The share of the working time in which agents handled chats.
    ImAgentOccupancyRate,
    /// The utilization of agents by phone calls.
    AgentUtilizationRate,
    /// The utilization of agents by chats.
    ImAgentUtilizationRate,
    /// How long agents were online.
    SumAgentsOnlineTime,
    /// How long agents were ready for phone calls.
    SumAgentsReadyTime,
    /// How long agents were dialing.
    SumAgentsDialingTime,
    /// How long agents served phone calls.
    SumAgentsInServiceTime,
    /// How long agents served incoming phone calls.
    SumAgentsInServiceIncomingTime,
    /// How long agents served outgoing phone calls.
    SumAgentsInServiceOutcomingTime,
    /// How long agents worked on phone calls that had ended.
    SumAgentsAfterserviceTime,
    /// How long agents did not want to be disturbed by phone calls.
    SumAgentsDndTime,
    /// How long agents had the custom status 1 for phone calls.
    #[value(name = "sum_agents_custom_1_time")]
    SumAgentsCustom1Time,
    /// How long agents had the custom status 2 for phone calls.
    #[value(name = "sum_agents_custom_2_time")]
    SumAgentsCustom2Time,
    /// How long agents had the custom status 3 for phone calls.
    #[value(name = "sum_agents_custom_3_time")]
    SumAgentsCustom3Time,
    /// How long agents had the custom status 4 for phone calls.
    #[value(name = "sum_agents_custom_4_time")]
    SumAgentsCustom4Time,
    /// How long agents had the custom status 5 for phone calls.
    #[value(name = "sum_agents_custom_5_time")]
    SumAgentsCustom5Time,
    /// How long agents had the custom status 6 for phone calls.
    #[value(name = "sum_agents_custom_6_time")]
    SumAgentsCustom6Time,
    /// How long agents had the custom status 7 for phone calls.
    #[value(name = "sum_agents_custom_7_time")]
    SumAgentsCustom7Time,
    /// How long agents had the custom status 8 for phone calls.
    #[value(name = "sum_agents_custom_8_time")]
    SumAgentsCustom8Time,
    /// How long agents had the custom status 9 for phone calls.
    #[value(name = "sum_agents_custom_9_time")]
    SumAgentsCustom9Time,
    /// How long agents had the custom status 10 for phone calls.
    #[value(name = "sum_agents_custom_10_time")]
    SumAgentsCustom10Time,
    /// How long agents were banned from phone calls.
    SumAgentsBannedTime,
    /// How long agents were online for chats.
    ImSumAgentsOnlineTime,
    /// How long agents were ready for chats.
    ImSumAgentsReadyTime,
    /// How long agents served chats.
    ImSumAgentsInServiceTime,
    /// How long agents did not want to be disturbed by chats.
    ImSumAgentsDndTime,
    /// How long agents had the custom status 1 for chats.
    #[value(name = "im_sum_agents_custom_1_time")]
    ImSumAgentsCustom1Time,
    /// How long agents had the custom status 2 for chats.
    #[value(name = "im_sum_agents_custom_2_time")]
    ImSumAgentsCustom2Time,
    /// How long agents had the custom status 3 for chats.
    #[value(name = "im_sum_agents_custom_3_time")]
    ImSumAgentsCustom3Time,
    /// How long agents had the custom status 4 for chats.
    #[value(name = "im_sum_agents_custom_4_time")]
    ImSumAgentsCustom4Time,
    /// How long agents had the custom status 5 for chats.
    #[value(name = "im_sum_agents_custom_5_time")]
    ImSumAgentsCustom5Time,
    /// How long agents had the custom status 6 for chats.
    #[value(name = "im_sum_agents_custom_6_time")]
    ImSumAgentsCustom6Time,
    /// How long agents had the custom status 7 for chats.
    #[value(name = "im_sum_agents_custom_7_time")]
    ImSumAgentsCustom7Time,
    /// How long agents had the custom status 8 for chats.
    #[value(name = "im_sum_agents_custom_8_time")]
    ImSumAgentsCustom8Time,
    /// How long agents had the custom status 9 for chats.
    #[value(name = "im_sum_agents_custom_9_time")]
    ImSumAgentsCustom9Time,
    /// How long agents had the custom status 10 for chats.
    #[value(name = "im_sum_agents_custom_10_time")]
    ImSumAgentsCustom10Time,
    /// How long agents were banned from chats.
    ImSumAgentsBannedTime,
    /// How long agents were idle, on average.
    AverageAgentsIdleTime,
    /// The longest time that an agent was idle.
    MaxAgentsIdleTime,
    /// The shortest time that an agent was idle.
    MinAgentsIdleTime,
    /// The idle time of agents that a quarter of the values do not exceed.
    #[value(name = "percentile_0_25_agents_idle_time")]
    Percentile025AgentsIdleTime,
    /// The idle time of agents that half of the values do not exceed.
    #[value(name = "percentile_0_50_agents_idle_time")]
    Percentile050AgentsIdleTime,
    /// The idle time of agents that three quarters of the values do not exceed.
    #[value(name = "percentile_0_75_agents_idle_time")]
    Percentile075AgentsIdleTime,
    /// The shortest time that a phone call was in the queue.
    MinTimeInQueue,
    /// The longest time that a phone call was in the queue.
    MaxTimeInQueue,
    /// How long phone calls were in the queue, on average.
    AverageTimeInQueue,
    /// The shortest time until a phone call was answered.
    MinAnswerSpeed,
    /// The longest time until a phone call was answered.
    MaxAnswerSpeed,
    /// How long it took to answer a phone call, on average.
    AverageAnswerSpeed,
    /// The shortest time until a chat was answered.
    ImMinAnswerSpeed,
    /// The longest time until a chat was answered.
    ImMaxAnswerSpeed,
    /// How long it took to answer a chat, on average.
    ImAverageAnswerSpeed,
    /// The shortest time that an agent handled a phone call.
    MinHandleTime,
    /// The longest time that an agent handled a phone call.
    MaxHandleTime,
    /// How long agents handled a phone call, on average.
    AverageHandleTime,
    /// The number of phone calls that agents handled.
    CountHandledCalls,
    /// The shortest time that an agent worked on a phone call after its end.
    MinAfterCallWorktime,
    /// The longest time that an agent worked on a phone call after its end.
    MaxAfterCallWorktime,
    /// How long agents worked on a phone call after its end, on average.
    AverageAfterCallWorktime,
    /// The number of phone calls that agents did not answer.
    CountAgentUnansweredCalls,
    /// The number of chats that agents did not answer.
    ImCountAgentUnansweredChats,
    /// The shortest time until an agent reacted to a phone call.
    MinReactionTime,
    /// The longest time until an agent reacted to a phone call.
    MaxReactionTime,
    /// How long it took agents to react to a phone call, on average.
    AverageReactionTime,
    /// The shortest time until an agent reacted to a chat.
    ImMinReactionTime,
    /// The longest time until an agent reacted to a chat.
    ImMaxReactionTime,
    /// How long it took agents to react to a chat, on average.
    ImAverageReactionTime,
    /// The number of chats that customers left before an agent answered.
    ImCountAbandonmentChats,
    /// The number of chats that were lost.
    ImCountLostChats,
    /// The share of chats that were lost.
    ImLostChatsRate,
    /// The number of phone calls that came to the queue.
    CallCountAssignedToQueue,
    /// The number of chats that came to the queue.
    ImCountAssignedToQueue,
    /// A metric that this list does not have.
    Other(String),
}

impl SqReportType {
    /// Whether it is certain that the metric is about queues only, so that a request with it needs a queue: the reference permits
    /// grouping it by queue, but not by agent.
    pub(super) fn is_of_queues(&self) -> bool {
        matches!(
            self,
            Self::CallsBlockedPercentage
                | Self::CountBlockedCalls
                | Self::AverageAbandonmentRate
                | Self::CountAbandonmentCalls
                | Self::ServiceLevel
                | Self::MinTimeInQueue
                | Self::MaxTimeInQueue
                | Self::AverageTimeInQueue
                | Self::MinAnswerSpeed
                | Self::MaxAnswerSpeed
                | Self::AverageAnswerSpeed
        )
    }
}
