//! `SQ_AddSkill`: adds a skill.
//!
//! Roles: any. Source: the method `SQ_AddSkill` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a skill to an application.
///
/// [`SqBindSkill`](super::SqBindSkill) then gives it to agents. The error [495](vox_core::ErrorCode::SC_SKILL_COUNT_LIMIT)
/// means that the application has as many skills as it may have; no source states the limit. If a response was lost,
/// [`SqGetSkills`](super::SqGetSkills) shows whether the skill was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::SqAddSkill;
/// use vox_api::types::Application;
///
/// let request = SqAddSkill::builder().application(Application::Id(7)).sq_skill_name("French").build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&sq_skill_name=French");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_AddSkill", response = SqAddSkillResponse, kind = write, ack = none)]
#[doc(alias = "SQ_AddSkill")]
pub struct SqAddSkill {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The name, which is unique in the application.
    pub sq_skill_name: String,
    /// The description, of at most 200 characters.
    #[param(max_len = 200)]
    pub description: Option<String>,
}

/// The response of [`SqAddSkill`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqAddSkillResponse {
    /// The new skill.
    pub result: SqAddSkillResult,
}

/// The new skill.
///
/// Source: the structure `SQAddSkillResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqAddSkillResult {
    /// The skill's id.
    pub sq_skill_id: u64,
}
