//! The method `GetACDOperatorStatusStatistics`.

use vox_core::prelude::*;

use super::get_acd_operator_statistics::{AcdStatisticsItem, StatisticsAggregation, StatisticsGroup};
use crate::types::AcdStatus;

/// Returns statistics of the statuses of operators.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDOperatorStatusStatistics",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetAcdOperatorStatusStatisticsResponse,
    kind = read,
)]
pub struct GetAcdOperatorStatusStatistics {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Timestamp,
    /// The operators.
    pub user_id: TextList,
    /// The end of the time span.
    #[param(default_text = "current date and time")]
    pub to_date: Option<Timestamp>,
    /// The statuses. Without any, all.
    pub acd_status: Option<Vec<AcdStatus>>,
    /// The intervals.
    #[param(default = "none")]
    pub aggregation: Option<StatisticsAggregation>,
    /// How the figures are grouped.
    #[param(default = "user")]
    pub group: Option<StatisticsGroup>,
}

/// The response of [`GetAcdOperatorStatusStatistics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdOperatorStatusStatisticsResponse {
    /// The result.
    pub result: Vec<AcdOperatorStatusAggregationGroup>,
}

/// Statistics of an interval or an operator.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatusAggregationGroup {
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The day, UTC.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24.
    pub hour: Option<u64>,
    /// The statistics.
    pub statistics: Vec<AcdOperatorStatusStatistics>,
}

/// The figures of an operator.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatusStatistics {
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The day, UTC.
    pub date: Option<Date>,
    /// The hour of the day, from 1 to 24.
    pub hour: Option<u64>,
    /// The times in each status. The API returns one object or a list.
    pub acd_status: Vec<AcdOperatorStatusStatisticsDetail>,
}

/// The times in each status, in seconds.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorStatusStatisticsDetail {
    /// The operator is offline.
    #[field(name = "OFFLINE")]
    pub offline: Option<AcdStatisticsItem>,
    /// The operator is online.
    #[field(name = "ONLINE")]
    pub online: Option<AcdStatisticsItem>,
    /// The operator waits for a phone call.
    #[field(name = "READY")]
    pub ready: Option<AcdStatisticsItem>,
    /// The operator is banned.
    #[field(name = "BANNED")]
    pub banned: Option<AcdStatisticsItem>,
    /// The operator talks.
    #[field(name = "IN_SERVICE")]
    pub in_service: Option<AcdStatisticsItem>,
    /// The operator works after a phone call.
    #[field(name = "AFTER_SERVICE")]
    pub after_service: Option<AcdStatisticsItem>,
    /// The operator has a break.
    #[field(name = "TIMEOUT")]
    pub timeout: Option<AcdStatisticsItem>,
    /// The operator does not want to be disturbed.
    #[field(name = "DND")]
    pub dnd: Option<AcdStatisticsItem>,
}
