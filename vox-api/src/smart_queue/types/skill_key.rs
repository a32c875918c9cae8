//! Skills in JSON.

use serde::{Deserialize, Serialize};

/// A skill in a parameter that is JSON.
///
/// Source: `sq_skills` of `SQ_BindSkill` and `SQ_GetAgents`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SqSkillKey {
    /// By id: the member `sq_skill_id`.
    #[serde(rename = "sq_skill_id")]
    Id(u64),
    /// By name: the member `sq_skill_name`.
    #[serde(rename = "sq_skill_name")]
    Name(String),
}
