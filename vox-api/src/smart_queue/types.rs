//! Types of several methods of the section.

use serde::{Deserialize, Serialize};
use vox_core::prelude::*;

/// A skill in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SkillKey {
    /// By id.
    #[serde(rename = "sq_skill_id")]
    Id(u64),
    /// By name.
    #[serde(rename = "sq_skill_name")]
    Name(String),
}

/// The selection of agents.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqAgentSelection {
    /// `MOST_QUALIFIED`.
    MostQualified,
    /// `LEAST_QUALIFIED`.
    LeastQualified,
    /// `MAX_WAITING_TIME`.
    MaxWaitingTime,
    /// A value that this version does not know.
    Other(String),
}

/// The order of tasks.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqTaskSelection {
    /// `MAX_PRIORITY`.
    MaxPriority,
    /// `MAX_WAITING_TIME`.
    MaxWaitingTime,
    /// A value that this version does not know.
    Other(String),
}

/// How long phone calls wait.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum CallMaxWaitingTime {
    /// In minutes.
    #[param(name = "call_max_waiting_time")]
    Minutes(u64),
    /// In seconds.
    #[param(name = "call_max_waiting_time_in_seconds")]
    Seconds(u64),
}

/// How long chats wait.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum ImMaxWaitingTime {
    /// In minutes.
    #[param(name = "im_max_waiting_time")]
    Minutes(u64),
    /// In seconds.
    #[param(name = "im_max_waiting_time_in_seconds")]
    Seconds(u64),
}

/// Smart queues.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum SqQueuesOrAll {
    /// By ids.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// Users.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum Users {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// The statuses of an agent.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateAgentStatus {
    /// The status for chats.
    #[field(name = "IM")]
    pub im: Option<SmartQueueStateAgentStatusType>,
    /// The status for phone calls.
    #[field(name = "CALL")]
    pub call: Option<SmartQueueStateAgentStatusType>,
}

/// A status.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateAgentStatusType {
    /// The name of the smart queue status.
    pub sq_status_name: Option<String>,
    /// The beginning of the time span.
    pub from_date: Option<DateTime>,
}

/// A metric of smart queues.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqReportType {
    /// `calls_blocked_percentage`.
    CallsBlockedPercentage,
    /// `count_blocked_calls`.
    CountBlockedCalls,
    /// `im_blocked_chats_percentage`.
    ImBlockedChatsPercentage,
    /// `im_count_blocked_chats`.
    ImCountBlockedChats,
    /// `im_answered_chats_rate`.
    ImAnsweredChatsRate,
    /// `average_abandonment_rate`.
    AverageAbandonmentRate,
    /// `count_abandonment_calls`.
    CountAbandonmentCalls,
    /// `service_level`.
    ServiceLevel,
    /// `im_service_level`.
    ImServiceLevel,
    /// `occupancy_rate`.
    OccupancyRate,
    /// `im_agent_occupancy_rate`.
    ImAgentOccupancyRate,
    /// `agent_utilization_rate`.
    AgentUtilizationRate,
    /// `im_agent_utilization_rate`.
    ImAgentUtilizationRate,
    /// `sum_agents_online_time`.
    SumAgentsOnlineTime,
    /// `sum_agents_ready_time`.
    SumAgentsReadyTime,
    /// `sum_agents_dialing_time`.
    SumAgentsDialingTime,
    /// `sum_agents_in_service_time`.
    SumAgentsInServiceTime,
    /// `sum_agents_in_service_incoming_time`.
    SumAgentsInServiceIncomingTime,
    /// `sum_agents_in_service_outcoming_time`.
    SumAgentsInServiceOutcomingTime,
    /// `sum_agents_afterservice_time`.
    SumAgentsAfterserviceTime,
    /// `sum_agents_dnd_time`.
    SumAgentsDndTime,
    /// `sum_agents_custom_1_time`.
    #[value(name = "sum_agents_custom_1_time")]
    SumAgentsCustom1Time,
    /// `sum_agents_custom_2_time`.
    #[value(name = "sum_agents_custom_2_time")]
    SumAgentsCustom2Time,
    /// `sum_agents_custom_3_time`.
    #[value(name = "sum_agents_custom_3_time")]
    SumAgentsCustom3Time,
    /// `sum_agents_custom_4_time`.
    #[value(name = "sum_agents_custom_4_time")]
    SumAgentsCustom4Time,
    /// `sum_agents_custom_5_time`.
    #[value(name = "sum_agents_custom_5_time")]
    SumAgentsCustom5Time,
    /// `sum_agents_custom_6_time`.
    #[value(name = "sum_agents_custom_6_time")]
    SumAgentsCustom6Time,
    /// `sum_agents_custom_7_time`.
    #[value(name = "sum_agents_custom_7_time")]
    SumAgentsCustom7Time,
    /// `sum_agents_custom_8_time`.
    #[value(name = "sum_agents_custom_8_time")]
    SumAgentsCustom8Time,
    /// `sum_agents_custom_9_time`.
    #[value(name = "sum_agents_custom_9_time")]
    SumAgentsCustom9Time,
    /// `sum_agents_custom_10_time`.
    #[value(name = "sum_agents_custom_10_time")]
    SumAgentsCustom10Time,
    /// `sum_agents_banned_time`.
    SumAgentsBannedTime,
    /// `im_sum_agents_online_time`.
    ImSumAgentsOnlineTime,
    /// `im_sum_agents_ready_time`.
    ImSumAgentsReadyTime,
    /// `im_sum_agents_in_service_time`.
    ImSumAgentsInServiceTime,
    /// `im_sum_agents_dnd_time`.
    ImSumAgentsDndTime,
    /// `im_sum_agents_custom_1_time`.
    #[value(name = "im_sum_agents_custom_1_time")]
    ImSumAgentsCustom1Time,
    /// `im_sum_agents_custom_2_time`.
    #[value(name = "im_sum_agents_custom_2_time")]
    ImSumAgentsCustom2Time,
    /// `im_sum_agents_custom_3_time`.
    #[value(name = "im_sum_agents_custom_3_time")]
    ImSumAgentsCustom3Time,
    /// `im_sum_agents_custom_4_time`.
    #[value(name = "im_sum_agents_custom_4_time")]
    ImSumAgentsCustom4Time,
    /// `im_sum_agents_custom_5_time`.
    #[value(name = "im_sum_agents_custom_5_time")]
    ImSumAgentsCustom5Time,
    /// `im_sum_agents_custom_6_time`.
    #[value(name = "im_sum_agents_custom_6_time")]
    ImSumAgentsCustom6Time,
    /// `im_sum_agents_custom_7_time`.
    #[value(name = "im_sum_agents_custom_7_time")]
    ImSumAgentsCustom7Time,
    /// `im_sum_agents_custom_8_time`.
    #[value(name = "im_sum_agents_custom_8_time")]
    ImSumAgentsCustom8Time,
    /// `im_sum_agents_custom_9_time`.
    #[value(name = "im_sum_agents_custom_9_time")]
    ImSumAgentsCustom9Time,
    /// `im_sum_agents_custom_10_time`.
    #[value(name = "im_sum_agents_custom_10_time")]
    ImSumAgentsCustom10Time,
    /// `im_sum_agents_banned_time`.
    ImSumAgentsBannedTime,
    /// `average_agents_idle_time`.
    AverageAgentsIdleTime,
    /// `max_agents_idle_time`.
    MaxAgentsIdleTime,
    /// `min_agents_idle_time`.
    MinAgentsIdleTime,
    /// `percentile_0_25_agents_idle_time`.
    #[value(name = "percentile_0_25_agents_idle_time")]
    Percentile025AgentsIdleTime,
    /// `percentile_0_50_agents_idle_time`.
    #[value(name = "percentile_0_50_agents_idle_time")]
    Percentile050AgentsIdleTime,
    /// `percentile_0_75_agents_idle_time`.
    #[value(name = "percentile_0_75_agents_idle_time")]
    Percentile075AgentsIdleTime,
    /// `min_time_in_queue`.
    MinTimeInQueue,
    /// `max_time_in_queue`.
    MaxTimeInQueue,
    /// `average_time_in_queue`.
    AverageTimeInQueue,
    /// `min_answer_speed`.
    MinAnswerSpeed,
    /// `max_answer_speed`.
    MaxAnswerSpeed,
    /// `average_answer_speed`.
    AverageAnswerSpeed,
    /// `im_min_answer_speed`.
    ImMinAnswerSpeed,
    /// `im_max_answer_speed`.
    ImMaxAnswerSpeed,
    /// `im_average_answer_speed`.
    ImAverageAnswerSpeed,
    /// `min_handle_time`.
    MinHandleTime,
    /// `max_handle_time`.
    MaxHandleTime,
    /// `average_handle_time`.
    AverageHandleTime,
    /// `count_handled_calls`.
    CountHandledCalls,
    /// `min_after_call_worktime`.
    MinAfterCallWorktime,
    /// `max_after_call_worktime`.
    MaxAfterCallWorktime,
    /// `average_after_call_worktime`.
    AverageAfterCallWorktime,
    /// `count_agent_unanswered_calls`.
    CountAgentUnansweredCalls,
    /// `im_count_agent_unanswered_chats`.
    ImCountAgentUnansweredChats,
    /// `min_reaction_time`.
    MinReactionTime,
    /// `max_reaction_time`.
    MaxReactionTime,
    /// `average_reaction_time`.
    AverageReactionTime,
    /// `im_min_reaction_time`.
    ImMinReactionTime,
    /// `im_max_reaction_time`.
    ImMaxReactionTime,
    /// `im_average_reaction_time`.
    ImAverageReactionTime,
    /// `im_count_abandonment_chats`.
    ImCountAbandonmentChats,
    /// `im_count_lost_chats`.
    ImCountLostChats,
    /// `im_lost_chats_rate`.
    ImLostChatsRate,
    /// `call_count_assigned_to_queue`.
    CallCountAssignedToQueue,
    /// `im_count_assigned_to_queue`.
    ImCountAssignedToQueue,
    /// A value that this version does not know.
    Other(String),
}

/// Agents. They filter only some metrics.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum MetricsUsers {
    /// By ids.
    #[param(max_items = 5)]
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// The grouping of metrics.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqGroupBy {
    /// `agent`.
    Agent,
    /// `queue`.
    Queue,
    /// A value that this version does not know.
    Other(String),
}
