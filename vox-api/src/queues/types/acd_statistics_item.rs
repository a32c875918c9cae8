//! Metrics of statistics.

use vox_core::prelude::*;

/// A metric over an interval. Times are in seconds.
///
/// Source: the structure `ACDStatisticsItemType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdStatisticsItem {
    /// The smallest value.
    pub min: Option<u64>,
    /// The average. Sources declare it as a whole number; it is read as a decimal.
    pub avg: Option<Decimal>,
    /// The largest value.
    pub max: Option<u64>,
    /// How many values there are.
    pub count: Option<u64>,
    /// The sum of the values.
    pub sum: Option<u64>,
}
