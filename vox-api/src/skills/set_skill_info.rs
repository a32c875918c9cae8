//! `SetSkillInfo`: renames a skill.
//!
//! Roles: Owner, Admin, Developer, UserManager. Source: the method `SetSkillInfo` of the API's section Skills.

use vox_core::prelude::*;

use crate::types::Skill;

/// Renames a skill of the operators of ACD queues.
///
/// The API rejects a name that another skill has (error [221](vox_core::ErrorCode::DUPLICATE_SKILL_NAME)).
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::skills::SetSkillInfo;
/// use vox_api::types::Skill;
///
/// let request = SetSkillInfo { new_skill_name: "English".into(), skill: Skill::Id(7) };
/// assert_eq!(request.to_form().as_bytes(), b"new_skill_name=English&skill_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetSkillInfo", roles = [Owner, Admin, Developer, UserManager], response = (), kind = write)]
pub struct SetSkillInfo {
    /// The new name, of at most 511 characters.
    #[param(max_len = 511)]
    pub new_skill_name: String,
    /// The skill.
    #[param(one_of)]
    pub skill: Skill,
}
