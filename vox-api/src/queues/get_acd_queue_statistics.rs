//! `GetACDQueueStatistics`: reads statistics of the phone calls of ACD queues.
//!
//! Roles: Owner, Admin, Developer, Supervisor, UserManager. Source: the method `GetACDQueueStatistics` of the API's section
//! Queues.

use vox_core::prelude::*;

use super::{AcdStatisticsAggregation, AcdStatisticsItem};

/// Reads statistics of the phone calls of ACD queues: waiting times, numbers of phone calls, service levels.
///
/// The response has the metrics that `report` lists, for each interval. It names no queue: request the queues one by one to
/// compare them.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::{AcdQueueMetric, GetAcdQueueStatistics};
///
/// let request = GetAcdQueueStatistics::builder()
///     .from_date("2026-01-01T00:00:00Z".parse::<Timestamp>()?)
///     .acd_queue_id(7)
///     .report([AcdQueueMetric::WaitingTime, AcdQueueMetric::ServiceLevel])
///     .build();
/// let form = b"from_date=2026-01-01+00%3A00%3A00&acd_queue_id=7&report=WT%3BSL";
/// assert_eq!(request.to_form().as_bytes(), form);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDQueueStatistics",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetAcdQueueStatisticsResponse,
    kind = read,
)]
#[doc(alias = "GetACDQueueStatistics")]
pub struct GetAcdQueueStatistics {
    /// The beginning of the time span, UTC.
    #[param(at_most = to_date)]
    pub from_date: Timestamp,
    /// The end of the time span, UTC.
    pub to_date: Option<Timestamp>,
    /// Whether the names of metrics in the response are short: `WT`, not `WaitingTime`. The fields of [`AcdQueueStatistics`]
    /// are read by both.
    pub abbreviation: Option<bool>,
    /// The ids of the queues.
    pub acd_queue_id: Option<IdList>,
    /// The metrics to return.
    pub report: Option<List<AcdQueueMetric>>,
    /// The intervals of the statistics.
    pub aggregation: Option<AcdStatisticsAggregation>,
}

/// A metric of the phone calls of a queue.
///
/// Source: `report` of `GetACDQueueStatistics`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdQueueMetric {
    /// The time from the beginning of the phone call until an operator answers, or until it ends.
    #[value(name = "WT")]
    WaitingTime,
    /// The time from the ringing until the operator answers.
    #[value(name = "SA")]
    SpeedOfAnswer,
    /// The time from the beginning of the phone call until a caller who reached no operator hangs up.
    #[value(name = "AT")]
    AbandonmentTime,
    /// The time of the conversation and the work after it.
    #[value(name = "HT")]
    HandlingTime,
    /// The time of the conversation.
    #[value(name = "TT")]
    TalkTime,
    /// The time of the work after the conversation, while the operator has the status `AFTER_SERVICE`.
    #[value(name = "ACW")]
    AfterCallWork,
    /// How many callers are in the queue.
    #[value(name = "QL")]
    QueueLength,
    /// How many phone calls there were.
    #[value(name = "TC")]
    TotalCalls,
    /// How many phone calls were answered.
    #[value(name = "AC")]
    AnsweredCalls,
    /// How many phone calls were not answered.
    #[value(name = "UAC")]
    UnansweredCalls,
    /// How many phone calls were rejected: no operator could take them, the queue was full, or they would have waited too
    /// long.
    #[value(name = "RC")]
    RejectedCalls,
    /// The share of phone calls that were answered in time.
    #[value(name = "SL")]
    ServiceLevel,
    /// The sum of [`WaitingTime`](Self::WaitingTime).
    #[value(name = "TWT")]
    TotalWaitingTime,
    /// The sum of [`SpeedOfAnswer`](Self::SpeedOfAnswer).
    #[value(name = "TST")]
    TotalSubmissionTime,
    /// The sum of [`AbandonmentTime`](Self::AbandonmentTime).
    #[value(name = "TAT")]
    TotalAbandonmentTime,
    /// The sum of [`HandlingTime`](Self::HandlingTime).
    #[value(name = "THT")]
    TotalHandlingTime,
    /// The sum of [`TalkTime`](Self::TalkTime).
    #[value(name = "TTT")]
    TotalTalkTime,
    /// The sum of [`AfterCallWork`](Self::AfterCallWork).
    #[value(name = "TACW")]
    TotalAfterCallWork,
    /// A metric that this list does not have.
    Other(String),
}

/// The response of [`GetAcdQueueStatistics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdQueueStatisticsResponse {
    /// The statistics of each interval.
    pub result: Vec<AcdQueueStatistics>,
}

/// The metrics of queues in an interval.
///
/// Source: the structure `ACDQueueStatisticsType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdQueueStatistics {
    /// The day, UTC, if the request has intervals in a day.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24, if the request has intervals of an hour.
    pub hour: Option<u64>,
    /// The time from the beginning of the phone call until an operator answers, or until it ends.
    #[field(name = "WT", alias = "WaitingTime")]
    pub waiting_time: Option<AcdStatisticsItem>,
    /// The time from the ringing until the operator answers.
    #[field(name = "SA", alias = "SpeedOfAnswer")]
    pub speed_of_answer: Option<AcdStatisticsItem>,
    /// The time from the beginning of the phone call until a caller who reached no operator hangs up.
    #[field(name = "AT", alias = "AbandonmentTime")]
    pub abandonment_time: Option<AcdStatisticsItem>,
    /// The time of the conversation and the work after it.
    #[field(name = "HT", alias = "HandlingTime")]
    pub handling_time: Option<AcdStatisticsItem>,
    /// The time of the conversation.
    #[field(name = "TT", alias = "TalkTime")]
    pub talk_time: Option<AcdStatisticsItem>,
    /// The time of the work after the conversation, while the operator has the status `AFTER_SERVICE`.
    #[field(name = "ACW", alias = "AfterCallWork")]
    pub after_call_work: Option<AcdStatisticsItem>,
    /// How many callers are in the queue.
    #[field(name = "QL", alias = "QueueLength")]
    pub queue_length: Option<AcdStatisticsItem>,
    /// How many phone calls there were.
    #[field(name = "TC", alias = "TotalCalls")]
    pub total_calls: Option<u64>,
    /// How many phone calls were answered.
    #[field(name = "AC", alias = "AnsweredCalls")]
    pub answered_calls: Vec<AcdStatisticsCalls>,
    /// How many phone calls were not answered.
    #[field(name = "UAC", alias = "UnansweredCalls")]
    pub unanswered_calls: Vec<AcdStatisticsCalls>,
    /// How many phone calls were rejected: no operator could take them, the queue was full, or they would have waited too
    /// long.
    #[field(name = "RC", alias = "RejectedCalls")]
    pub rejected_calls: Vec<AcdStatisticsCalls>,
    /// The service levels, one for each acceptable waiting time.
    #[field(name = "SL", alias = "ServiceLevel")]
    pub service_level: Vec<AcdQueueStatisticsServiceLevel>,
    /// The sum of [`waiting_time`](Self::waiting_time), in seconds.
    #[field(name = "TWT", alias = "TotalWaitingTime")]
    pub total_waiting_time: Option<u64>,
    /// The sum of [`speed_of_answer`](Self::speed_of_answer), in seconds.
    #[field(name = "TST", alias = "TotalSubmissionTime")]
    pub total_submission_time: Option<u64>,
    /// The sum of [`abandonment_time`](Self::abandonment_time), in seconds.
    #[field(name = "TAT", alias = "TotalAbandonmentTime")]
    pub total_abandonment_time: Option<u64>,
    /// The sum of [`handling_time`](Self::handling_time), in seconds.
    #[field(name = "THT", alias = "TotalHandlingTime")]
    pub total_handling_time: Option<u64>,
    /// The sum of [`talk_time`](Self::talk_time), in seconds.
    #[field(name = "TTT", alias = "TotalTalkTime")]
    pub total_talk_time: Option<u64>,
    /// The sum of [`after_call_work`](Self::after_call_work), in seconds.
    #[field(name = "TACW", alias = "TotalAfterCallWork")]
    pub total_after_call_work: Option<u64>,
}

/// A number of phone calls.
///
/// Source: the structure `ACDStatisticsCalls`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdStatisticsCalls {
    /// How many phone calls there are.
    pub count: Option<u64>,
    /// Their share of all phone calls, in percent.
    pub percent: Option<Decimal>,
}

/// The service level of queues: the share of phone calls that were answered in time.
///
/// Source: the structure `ACDQueueStatisticsServiceLevelType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdQueueStatisticsServiceLevel {
    /// The longest waiting time that is in time, in seconds.
    pub acceptable_waiting_time: Option<u64>,
    /// How many phone calls were answered in time.
    pub call_count: Option<u64>,
    /// The share of phone calls that were answered in time, up to 1 for all.
    pub service_level: Option<Decimal>,
}
