//! Intervals of statistics.

use vox_core::prelude::*;

/// The intervals that a time span of statistics is divided into.
///
/// Source: `aggregation` of `GetACDOperatorStatistics`, `GetACDQueueStatistics` and `GetACDOperatorStatusStatistics`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum AcdStatisticsAggregation {
    /// Days.
    Day,
    /// Hours of the day, each over all days.
    HourOfDay,
    /// Hours of each day.
    Hour,
    /// None: the whole time span is one interval.
    None,
    /// An interval that this list does not have.
    Other(String),
}
