//! `SQ_BindSkill`: gives skills to agents.
//!
//! Roles: any. Source: the method `SQ_BindSkill` of the API's section SmartQueue.

use serde::{Deserialize, Serialize};
use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::SqSkillKey;
use crate::types::{Application, UsersOrAll};

/// Gives skills to agents, each with a level.
///
/// The error [498](vox_core::ErrorCode::MAX_AGENT_SKILLS_EXCEEDED) means that an agent would have more than 5 skills.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqBindSkill, SqSkillKey, SqSkillLevel};
/// use vox_api::types::{Application, UsersOrAll};
///
/// let skills = |level| vec![SqSkillLevel { skill: SqSkillKey::Name("French".into()), sq_skill_level: level }];
/// let request = SqBindSkill::builder()
///     .application(Application::Id(7))
///     .user(UsersOrAll::Id([5, 6].into()))
///     .sq_skills(skills(3))
///     .build();
/// let expected = concat!(
///     r#"{"application_id":"7","user_id":"5;6","#,
///     r#""sq_skills":"[{\"sq_skill_name\":\"French\",\"sq_skill_level\":3}]"}"#,
/// );
/// assert_eq!(masked(&request).to_string(), expected);
///
/// let request = SqBindSkill { sq_skills: skills(6).into(), ..request };
/// assert_eq!(request.validate().unwrap_err().to_string(), "- `sq_skills` must have levels from 1 to 5");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_BindSkill", response = (), kind = write, checks = [LEVELS])]
#[doc(alias = "SQ_BindSkill")]
pub struct SqBindSkill {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The agents, as users of the application.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// The skills with their levels.
    pub sq_skills: Json<Vec<SqSkillLevel>>,
    /// The effect on earlier skills. No source states the default.
    pub bind_mode: Option<SqSkillBindingMode>,
}

/// A skill with a level.
///
/// Source: `sq_skills` of `SQ_BindSkill`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SqSkillLevel {
    /// The skill.
    #[serde(flatten)]
    pub skill: SqSkillKey,
    /// The level, from 1 to 5.
    pub sq_skill_level: u8,
}

/// The effect of new skills on earlier ones.
///
/// Source: `bind_mode` of `SQ_BindSkill`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqSkillBindingMode {
    /// The agents keep their other skills.
    Add,
    /// The agents lose their other skills.
    ReplaceSkills,
    /// Other agents lose these skills.
    ReplaceAgents,
    /// A mode that this list does not have.
    Other(String),
}

const LEVELS: RequestCheck<SqBindSkill> =
    RequestCheck::new("levels", "must have levels from 1 to 5", &["sq_skills"], |request| {
        request.sq_skills.0.iter().all(|skill| (1..=5).contains(&skill.sq_skill_level))
    });
