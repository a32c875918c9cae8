//! Skills of the users of ACD queues, the first version of queues. SmartQueue has its own.

use vox_core::prelude::*;

/// A skill.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Skill {
    /// By id.
    Id(u64),
    /// By name, of at most 511 characters.
    #[param(max_len = 511)]
    Name(String),
}

/// A skill, as lists return it.
///
/// Source: the structure `SkillInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SkillInfo {
    /// The skill's id.
    pub skill_id: Option<u64>,
    /// The skill's name.
    pub skill_name: Option<String>,
}
