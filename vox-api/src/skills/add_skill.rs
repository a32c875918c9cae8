//! `AddSkill`: adds a skill.
//!
//! Roles: Owner, Admin, Developer, UserManager. Source: the method `AddSkill` of the API's section Skills.

use vox_core::prelude::*;

/// Adds a skill of the operators of ACD queues.
///
/// [`BindSkill`](super::BindSkill) gives the skill to users and queues. The API rejects a name that another skill has (error
/// [221](vox_core::ErrorCode::DUPLICATE_SKILL_NAME)). If a response was lost, [`GetSkills`](super::GetSkills) shows whether the
/// skill was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::skills::AddSkill;
///
/// let request = AddSkill { skill_name: "english".into() };
/// assert_eq!(request.to_form().as_bytes(), b"skill_name=english");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddSkill",
    roles = [Owner, Admin, Developer, UserManager],
    response = AddSkillResponse,
    kind = write,
)]
pub struct AddSkill {
    /// The name, of at most 511 characters.
    #[param(max_len = 511)]
    pub skill_name: String,
}

/// The response of [`AddSkill`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSkillResponse {
    /// The new skill's id.
    pub skill_id: u64,
}
