//! The method `GetACDOperatorStatistics`.

use vox_core::prelude::*;

/// Returns statistics of the phone calls of operators.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDOperatorStatistics",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetAcdOperatorStatisticsResponse,
    kind = read,
)]
pub struct GetAcdOperatorStatistics {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Timestamp,
    /// The operators.
    pub user_id: IdList,
    /// The end of the time span.
    #[param(default_text = "current date and time")]
    pub to_date: Option<Timestamp>,
    /// The queues.
    pub acd_queue_id: Option<IdList>,
    /// Whether the names of fields are abbreviated.
    #[param(default = true)]
    pub abbreviation: Option<bool>,
    /// The figures.
    pub report: Option<List<OperatorStatisticsItem>>,
    /// The intervals.
    pub aggregation: Option<StatisticsAggregation>,
    /// How the figures are grouped.
    pub group: Option<StatisticsGroup>,
}

/// The response of [`GetAcdOperatorStatistics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdOperatorStatisticsResponse {
    /// The result.
    pub result: Vec<AcdOperatorAggregationGroup>,
}

/// A figure of an operator.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum OperatorStatisticsItem {
    /// Speed of answer: `SA`.
    Sa,
    /// Handling time: `HT`.
    Ht,
    /// Talk time: `TT`.
    Tt,
    /// After call work: `ACW`.
    Acw,
    /// Total dialing time: `TDT`.
    Tdt,
    /// Total handling time: `THT`.
    Tht,
    /// Total talk time: `TTT`.
    Ttt,
    /// Total after call work: `TACW`.
    Tacw,
    /// Answered calls: `AC`.
    Ac,
    /// Unanswered calls: `UAC`.
    Uac,
    /// A value that this version does not know.
    Other(String),
}

/// The intervals of statistics.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum StatisticsAggregation {
    /// `day`.
    Day,
    /// `hour_of_day`.
    HourOfDay,
    /// `hour`.
    Hour,
    /// `none`.
    None,
    /// A value that this version does not know.
    Other(String),
}

/// The grouping of statistics.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum StatisticsGroup {
    /// `user`.
    User,
    /// `aggregation`.
    Aggregation,
    /// A value that this version does not know.
    Other(String),
}

/// Statistics of an interval or an operator.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorAggregationGroup {
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The day, UTC.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24.
    pub hour: Option<u64>,
    /// The statistics.
    pub statistics: Vec<AcdOperatorStatistics>,
}

/// The figures of an operator.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatistics {
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The day, UTC.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24.
    pub hour: Option<u64>,
    /// The time until phone calls were answered, in seconds.
    #[field(name = "SA", alias = "SpeedOfAnswer")]
    pub speed_of_answer: Option<AcdStatisticsItem>,
    /// The time of conversations, in seconds.
    #[field(name = "TT", alias = "TalkTime")]
    pub talk_time: Option<AcdStatisticsItem>,
    /// The time of the work after phone calls, in seconds.
    #[field(name = "ACW", alias = "AfterCallWork")]
    pub after_call_work: Option<AcdStatisticsItem>,
    /// The time of conversations and the work after them, in seconds.
    #[field(name = "HT", alias = "HandlingTime")]
    pub handling_time: Option<AcdStatisticsItem>,
    /// The number of phone calls that were answered.
    #[field(name = "AC", alias = "AnsweredCalls")]
    pub answered_calls: Option<u64>,
    /// The number of phone calls that were not answered.
    #[field(name = "UAC", alias = "UnansweredCalls")]
    pub unanswered_calls: Option<u64>,
    /// The whole time of dialing, in seconds.
    #[field(name = "TDT", alias = "TotalDialingTime")]
    pub total_dialing_time: Option<u64>,
    /// The whole time of conversations and the work after them, in seconds.
    #[field(name = "THT", alias = "TotalHandlingTime")]
    pub total_handling_time: Option<u64>,
    /// The whole time of conversations, in seconds.
    #[field(name = "TTT", alias = "TotalTalkTime")]
    pub total_talk_time: Option<u64>,
    /// The whole time of the work after phone calls, in seconds.
    #[field(name = "TACW", alias = "TotalAfterCallWork")]
    pub total_after_call_work: Option<u64>,
}

/// Times of phone calls, in seconds.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdStatisticsItem {
    /// The smallest value.
    pub min: Option<u64>,
    /// The average.
    pub avg: Option<Decimal>,
    /// The largest value.
    pub max: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// The sum.
    pub sum: Option<u64>,
}
