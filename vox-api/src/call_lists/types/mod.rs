//! Types that several methods of the section share.

mod personal_campaign_type;
mod task_priority_strategy;

pub use personal_campaign_type::PersonalCampaignType;
pub use task_priority_strategy::TaskPriorityStrategy;
