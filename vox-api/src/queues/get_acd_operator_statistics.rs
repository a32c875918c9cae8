//! `GetACDOperatorStatistics`: reads statistics of the phone calls of operators of ACD queues.
//!
//! Roles: Owner, Admin, Developer, Supervisor, UserManager. Source: the method `GetACDOperatorStatistics` of the API's section
//! Queues.

use vox_core::prelude::*;

use super::{AcdStatisticsAggregation, AcdStatisticsGroup, AcdStatisticsItem};

/// Reads statistics of the phone calls of operators of ACD queues: times of conversations, numbers of phone calls.
///
/// The response has the metrics that `report` lists, for each operator and each interval.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::{AcdOperatorMetric, AcdStatisticsAggregation, GetAcdOperatorStatistics};
///
/// let request = GetAcdOperatorStatistics::builder()
///     .from_date("2026-01-01T00:00:00Z".parse::<Timestamp>()?)
///     .user_id(IdList::All)
///     .report([AcdOperatorMetric::TalkTime, AcdOperatorMetric::AnsweredCalls])
///     .aggregation(AcdStatisticsAggregation::Day)
///     .build();
/// let form = b"from_date=2026-01-01+00%3A00%3A00&user_id=all&report=TT%3BAC&aggregation=day";
/// assert_eq!(request.to_form().as_bytes(), form);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDOperatorStatistics",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetAcdOperatorStatisticsResponse,
    kind = read,
)]
#[doc(alias = "GetACDOperatorStatistics")]
pub struct GetAcdOperatorStatistics {
    /// The beginning of the time span, UTC.
    #[param(at_most = to_date)]
    pub from_date: Timestamp,
    /// The ids of the operators.
    pub user_id: IdList,
    /// The end of the time span, UTC.
    #[param(default_text = "current date and time")]
    pub to_date: Option<Timestamp>,
    /// The ids of the queues.
    pub acd_queue_id: Option<IdList>,
    /// Whether the names of metrics in the response are short: `SA`, not `SpeedOfAnswer`. The fields of
    /// [`AcdOperatorStatistics`] are read by both.
    #[param(default = true)]
    pub abbreviation: Option<bool>,
    /// The metrics to return.
    pub report: Option<List<AcdOperatorMetric>>,
    /// The intervals of the statistics.
    pub aggregation: Option<AcdStatisticsAggregation>,
    /// Whether the outer list of the response has operators or intervals.
    pub group: Option<AcdStatisticsGroup>,
}

/// A metric of the phone calls of an operator.
///
/// Source: `report` of `GetACDOperatorStatistics`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdOperatorMetric {
    /// The time from the ringing until the operator answers.
    #[value(name = "SA")]
    SpeedOfAnswer,
    /// The time of the conversation and the work after it.
    #[value(name = "HT")]
    HandlingTime,
    /// The time of the conversation.
    #[value(name = "TT")]
    TalkTime,
    /// The time of the work after the conversation, while the operator has the status `AFTER_SERVICE`.
    #[value(name = "ACW")]
    AfterCallWork,
    /// The sum of [`SpeedOfAnswer`](Self::SpeedOfAnswer).
    #[value(name = "TDT")]
    TotalDialingTime,
    /// The sum of [`HandlingTime`](Self::HandlingTime).
    #[value(name = "THT")]
    TotalHandlingTime,
    /// The sum of [`TalkTime`](Self::TalkTime).
    #[value(name = "TTT")]
    TotalTalkTime,
    /// The sum of [`AfterCallWork`](Self::AfterCallWork).
    #[value(name = "TACW")]
    TotalAfterCallWork,
    /// How many phone calls were answered.
    #[value(name = "AC")]
    AnsweredCalls,
    /// How many phone calls were not answered.
    #[value(name = "UAC")]
    UnansweredCalls,
    /// A metric that this list does not have.
    Other(String),
}

/// The response of [`GetAcdOperatorStatistics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdOperatorStatisticsResponse {
    /// The groups of statistics.
    pub result: Vec<AcdOperatorAggregationGroup>,
}

/// The statistics of an operator or of an interval, as the request groups them.
///
/// Source: the structure `ACDOperatorAggregationGroupType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorAggregationGroup {
    /// The operator's id, if the group is of an operator. Sources declare it as a text; an example has a number.
    pub user_id: Option<u64>,
    /// The day, UTC, if the group is of an interval in a day.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24, if the group is of an hour.
    pub hour: Option<u64>,
    /// The statistics of each interval or operator.
    pub statistics: Vec<AcdOperatorStatistics>,
}

/// The metrics of an operator in an interval.
///
/// Source: the structure `ACDOperatorStatisticsType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatistics {
    /// The operator's id, if the group is of an interval. Sources declare it as a text; an example has a number.
    pub user_id: Option<u64>,
    /// The day, UTC, if the group is of an operator.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24, if the group is of an operator.
    pub hour: Option<u64>,
    /// The time from the ringing until the operator answers.
    #[field(name = "SA", alias = "SpeedOfAnswer")]
    pub speed_of_answer: Option<AcdStatisticsItem>,
    /// The time of the conversation.
    #[field(name = "TT", alias = "TalkTime")]
    pub talk_time: Option<AcdStatisticsItem>,
    /// The time of the work after the conversation, while the operator has the status `AFTER_SERVICE`.
    #[field(name = "ACW", alias = "AfterCallWork")]
    pub after_call_work: Option<AcdStatisticsItem>,
    /// The time of the conversation and the work after it.
    #[field(name = "HT", alias = "HandlingTime")]
    pub handling_time: Option<AcdStatisticsItem>,
    /// How many phone calls were answered.
    #[field(name = "AC", alias = "AnsweredCalls")]
    pub answered_calls: Option<u64>,
    /// How many phone calls were not answered.
    #[field(name = "UAC", alias = "UnansweredCalls")]
    pub unanswered_calls: Option<u64>,
    /// The sum of the times from the ringing until the operator answers, in seconds.
    #[field(name = "TDT", alias = "TotalDialingTime")]
    pub total_dialing_time: Option<u64>,
    /// The sum of the times of conversations and the work after them, in seconds.
    #[field(name = "THT", alias = "TotalHandlingTime")]
    pub total_handling_time: Option<u64>,
    /// The sum of the times of conversations, in seconds.
    #[field(name = "TTT", alias = "TotalTalkTime")]
    pub total_talk_time: Option<u64>,
    /// The sum of the times of the work after conversations, in seconds.
    #[field(name = "TACW", alias = "TotalAfterCallWork")]
    pub total_after_call_work: Option<u64>,
}
