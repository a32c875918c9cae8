//! `GetACDOperatorStatusStatistics`: reads statistics of the statuses of operators of ACD queues.
//!
//! Roles: Owner, Admin, Developer, Supervisor, UserManager. Source: the method `GetACDOperatorStatusStatistics` of the API's
//! section Queues.

use vox_core::prelude::*;

use super::{AcdStatisticsAggregation, AcdStatisticsGroup, AcdStatisticsItem};
use crate::types::AcdStatus;

/// Reads statistics of the statuses of operators of ACD queues: how long the operators were in each.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::GetAcdOperatorStatusStatistics;
/// use vox_api::types::AcdStatus;
///
/// let request = GetAcdOperatorStatusStatistics::builder()
///     .from_date("2026-01-01T00:00:00Z".parse::<Timestamp>()?)
///     .user_id([17, 18])
///     .acd_status([AcdStatus::Ready, AcdStatus::InService])
///     .build();
/// let form = b"from_date=2026-01-01+00%3A00%3A00&user_id=17%3B18&acd_status=READY%3BIN_SERVICE";
/// assert_eq!(request.to_form().as_bytes(), form);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDOperatorStatusStatistics",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetAcdOperatorStatusStatisticsResponse,
    kind = read,
)]
#[doc(alias = "GetACDOperatorStatusStatistics")]
pub struct GetAcdOperatorStatusStatistics {
    /// The beginning of the time span, UTC.
    #[param(at_most = to_date)]
    pub from_date: Timestamp,
    /// The ids of the operators.
    pub user_id: IdList,
    /// The end of the time span, UTC.
    #[param(default_text = "current date and time")]
    pub to_date: Option<Timestamp>,
    /// The statuses to return. Without it, all are returned.
    pub acd_status: Option<Vec<AcdStatus>>,
    /// The intervals of the statistics.
    #[param(default = "none")]
    pub aggregation: Option<AcdStatisticsAggregation>,
    /// Whether the outer list of the response has operators or intervals.
    #[param(default = "user")]
    pub group: Option<AcdStatisticsGroup>,
}

/// The response of [`GetAcdOperatorStatusStatistics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdOperatorStatusStatisticsResponse {
    /// The groups of statistics.
    pub result: Vec<AcdOperatorStatusAggregationGroup>,
}

/// The statistics of an operator or of an interval, as the request groups them.
///
/// Source: the structure `ACDOperatorStatusAggregationGroupType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatusAggregationGroup {
    /// The operator's id, if the group is of an operator. Sources declare it as a text; an example has a number.
    pub user_id: Option<u64>,
    /// The day, UTC, if the group is of an interval in a day.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24, if the group is of an hour.
    pub hour: Option<u64>,
    /// The statistics of each interval or operator.
    pub statistics: Vec<AcdOperatorStatusStatistics>,
}

/// The statuses of an operator in an interval.
///
/// Source: the structure `ACDOperatorStatusStatisticsType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatusStatistics {
    /// The operator's id, if the group is of an interval. Sources declare it as a text; an example has a number.
    pub user_id: Option<u64>,
    /// The day, UTC, if the group is of an operator.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24, if the group is of an operator.
    pub hour: Option<u64>,
    /// How long the operator was in each status. Sources differ on whether this is a list or one object; both are read.
    pub acd_status: Vec<AcdOperatorStatusStatisticsDetail>,
}

/// How long an operator was in each status, in seconds. See [`AcdStatus`] for the statuses.
///
/// Source: the structure `ACDOperatorStatusStatisticsDetail`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatusStatisticsDetail {
    /// The operator was not connected.
    #[field(name = "OFFLINE")]
    pub offline: Option<AcdStatisticsItem>,
    /// The operator was connected, but took no phone calls from queues.
    #[field(name = "ONLINE")]
    pub online: Option<AcdStatisticsItem>,
    /// The operator could take a phone call.
    #[field(name = "READY")]
    pub ready: Option<AcdStatisticsItem>,
    /// The operator got no phone calls for some time.
    #[field(name = "BANNED")]
    pub banned: Option<AcdStatisticsItem>,
    /// The operator talked.
    #[field(name = "IN_SERVICE")]
    pub in_service: Option<AcdStatisticsItem>,
    /// The operator worked on a phone call that had ended.
    #[field(name = "AFTER_SERVICE")]
    pub after_service: Option<AcdStatisticsItem>,
    /// The operator had a break.
    #[field(name = "TIMEOUT")]
    pub timeout: Option<AcdStatisticsItem>,
    /// The operator did not want to be disturbed.
    #[field(name = "DND")]
    pub dnd: Option<AcdStatisticsItem>,
}
