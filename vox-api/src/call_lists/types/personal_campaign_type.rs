//! Modes of personal campaigns.

use vox_core::prelude::*;

/// The mode of a personal campaign.
///
/// The vendor does not describe the modes; the descriptions here are derived from the names.
///
/// Source: `personal_campaign_type` of `CreateCallList` and `EditCallList`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PersonalCampaignType {
    /// The operator of the task comes first, others may take it.
    Smart,
    /// Only the operator of the task takes it.
    Strict,
    /// A mode that this list does not have.
    Other(String),
}
