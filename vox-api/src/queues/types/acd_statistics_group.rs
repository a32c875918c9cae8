//! Groups of statistics.

use vox_core::prelude::*;

/// The groups of the statistics of operators.
///
/// Source: `group` of `GetACDOperatorStatistics` and `GetACDOperatorStatusStatistics`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum AcdStatisticsGroup {
    /// A group for each operator, with the statistics of each interval.
    User,
    /// A group for each interval, with the statistics of each operator.
    Aggregation,
    /// A group that this list does not have.
    Other(String),
}
