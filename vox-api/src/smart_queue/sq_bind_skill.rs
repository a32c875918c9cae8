//! The method `SQ_BindSkill`.

use serde::{Deserialize, Serialize};
use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::types::SkillKey;
use crate::types::Application;
use crate::types::UsersOrAll;

/// Gives agents skills of certain levels.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_BindSkill", response = (), kind = write, checks = [LEVELS])]
pub struct SqBindSkill {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Users.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// The skills with their levels.
    pub sq_skills: Json<Vec<SkillLevel>>,
    /// What happens to earlier assignments.
    pub bind_mode: Option<SqSkillBindingMode>,
}

/// A skill of a certain level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SkillLevel {
    /// The skill.
    #[serde(flatten)]
    pub skill: SkillKey,
    /// The level, from 1 to 5.
    pub sq_skill_level: u8,
}

/// What happens to earlier skills.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqSkillBindingMode {
    /// `add`.
    Add,
    /// `replace_skills`.
    ReplaceSkills,
    /// `replace_agents`.
    ReplaceAgents,
    /// A value that this version does not know.
    Other(String),
}

const LEVELS: RequestCheck<SqBindSkill> =
    RequestCheck::new("levels", "must have levels from 1 to 5", &["sq_skills"], |request| {
        request.sq_skills.0.iter().all(|skill| (1..=5).contains(&skill.sq_skill_level))
    });
