//! The method `GetACDQueueStatistics`.

use vox_core::prelude::*;

use super::get_acd_operator_statistics::{AcdStatisticsItem, StatisticsAggregation};

/// Returns statistics of the phone calls of queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDQueueStatistics",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetAcdQueueStatisticsResponse,
    kind = read,
)]
pub struct GetAcdQueueStatistics {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Timestamp,
    /// The end of the time span.
    pub to_date: Option<Timestamp>,
    /// Whether the names of fields are abbreviated.
    pub abbreviation: Option<bool>,
    /// The queues.
    pub acd_queue_id: Option<IdList>,
    /// The figures.
    pub report: Option<List<QueueStatisticsItem>>,
    /// The intervals.
    pub aggregation: Option<StatisticsAggregation>,
}

/// The response of [`GetAcdQueueStatistics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdQueueStatisticsResponse {
    /// The result.
    pub result: Vec<AcdQueueStatistics>,
}

/// A figure of a queue.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum QueueStatisticsItem {
    /// The waiting time, in seconds: `WT`.
    Wt,
    /// The time until phone calls were answered, in seconds: `SA`.
    Sa,
    /// The time until callers hung up, in seconds: `AT`.
    At,
    /// The time of conversations and the work after them, in seconds: `HT`.
    Ht,
    /// The time of conversations, in seconds: `TT`.
    Tt,
    /// The time of the work after phone calls, in seconds: `ACW`.
    Acw,
    /// The length of the queue: `QL`.
    Ql,
    /// The number of phone calls: `TC`.
    Tc,
    /// The phone calls that were answered: `AC`.
    Ac,
    /// The phone calls that were not answered: `UAC`.
    Uac,
    /// The phone calls that were rejected: `RC`.
    Rc,
    /// The service level: `SL`.
    Sl,
    /// The whole waiting time, in seconds: `TWT`.
    Twt,
    /// The whole time of submission, in seconds: `TST`.
    Tst,
    /// The whole time until callers hung up, in seconds: `TAT`.
    Tat,
    /// The whole time of conversations and the work after them, in seconds: `THT`.
    Tht,
    /// The whole time of conversations, in seconds: `TTT`.
    Ttt,
    /// The whole time of the work after phone calls, in seconds: `TACW`.
    Tacw,
    /// A value that this version does not know.
    Other(String),
}

/// The figures of a queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdQueueStatistics {
    /// The day, UTC.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24.
    pub hour: Option<u64>,
    /// The waiting time, in seconds.
    #[field(name = "WT", alias = "WaitingTime")]
    pub waiting_time: Option<AcdStatisticsItem>,
    /// The time until phone calls were answered, in seconds.
    #[field(name = "SA", alias = "SpeedOfAnswer")]
    pub speed_of_answer: Option<AcdStatisticsItem>,
    /// The time until callers hung up, in seconds.
    #[field(name = "AT", alias = "AbandonmentTime")]
    pub abandonment_time: Option<AcdStatisticsItem>,
    /// The time of conversations and the work after them, in seconds.
    #[field(name = "HT", alias = "HandlingTime")]
    pub handling_time: Option<AcdStatisticsItem>,
    /// The time of conversations, in seconds.
    #[field(name = "TT", alias = "TalkTime")]
    pub talk_time: Option<AcdStatisticsItem>,
    /// The time of the work after phone calls, in seconds.
    #[field(name = "ACW", alias = "AfterCallWork")]
    pub after_call_work: Option<AcdStatisticsItem>,
    /// The length of the queue.
    #[field(name = "QL", alias = "QueueLength")]
    pub queue_length: Option<AcdStatisticsItem>,
    /// The number of phone calls.
    #[field(name = "TC", alias = "TotalCalls")]
    pub total_calls: Option<u64>,
    /// The phone calls that were answered.
    #[field(name = "AC", alias = "AnsweredCalls")]
    pub answered_calls: Vec<AcdStatisticsCalls>,
    /// The phone calls that were not answered.
    #[field(name = "UAC", alias = "UnansweredCalls")]
    pub unanswered_calls: Vec<AcdStatisticsCalls>,
    /// The phone calls that were rejected.
    #[field(name = "RC", alias = "RejectedCalls")]
    pub rejected_calls: Vec<AcdStatisticsCalls>,
    /// The service level.
    #[field(name = "SL", alias = "ServiceLevel")]
    pub service_level: Vec<AcdQueueStatisticsServiceLevel>,
    /// The whole waiting time, in seconds.
    #[field(name = "TWT", alias = "TotalWaitingTime")]
    pub total_waiting_time: Option<u64>,
    /// The whole time of submission, in seconds.
    #[field(name = "TST", alias = "TotalSubmissionTime")]
    pub total_submission_time: Option<u64>,
    /// The whole time until callers hung up, in seconds.
    #[field(name = "TAT", alias = "TotalAbandonmentTime")]
    pub total_abandonment_time: Option<u64>,
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

/// A number of phone calls.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdStatisticsCalls {
    /// The number.
    pub count: Option<u64>,
    /// The percentage of all phone calls.
    pub percent: Option<Decimal>,
}

/// The service level of a queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdQueueStatisticsServiceLevel {
    /// The acceptable waiting time, in seconds.
    pub acceptable_waiting_time: Option<u64>,
    /// The number of phone calls.
    pub call_count: Option<u64>,
    /// The share of phone calls that were answered in time, up to 1.
    pub service_level: Option<Decimal>,
}
