//! Types that several methods of the section share.

mod acd_statistics_aggregation;
mod acd_statistics_group;
mod acd_statistics_item;

pub use acd_statistics_aggregation::AcdStatisticsAggregation;
pub use acd_statistics_group::AcdStatisticsGroup;
pub use acd_statistics_item::AcdStatisticsItem;
