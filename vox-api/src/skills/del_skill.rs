//! `DelSkill`: deletes a skill.
//!
//! Roles: Owner, Admin, Developer, UserManager. Source: the method `DelSkill` of the API's section Skills.

use vox_core::prelude::*;

use crate::types::Skill;

/// Deletes a skill of the operators of ACD queues.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::skills::DelSkill;
/// use vox_api::types::Skill;
///
/// let request = DelSkill { skill: Skill::Name("english".into()) };
/// assert_eq!(request.to_form().as_bytes(), b"skill_name=english");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelSkill", roles = [Owner, Admin, Developer, UserManager], response = (), kind = write)]
pub struct DelSkill {
    /// The skill.
    #[param(one_of)]
    pub skill: Skill,
}
