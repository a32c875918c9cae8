//! `GetSkills`: lists skills.
//!
//! Roles: Owner, Admin, Developer, Supervisor, UserManager. Source: the method `GetSkills` of the API's section Skills.

use vox_core::prelude::*;

use crate::types::SkillInfo;

/// Lists the skills of the operators of ACD queues.
///
/// `GetUsers` of the section Users and `GetQueues` of the section Queues list the users and the queues that have a skill.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::skills::GetSkills;
///
/// let request = GetSkills { skill_name: Some("engl".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"skill_name=engl");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSkills",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetSkillsResponse,
    kind = read,
)]
pub struct GetSkills {
    /// The skill's id.
    pub skill_id: Option<u64>,
    /// A part of the skills' names, of at most 511 characters.
    #[param(max_len = 511)]
    pub skill_name: Option<String>,
    /// The most skills to return.
    pub count: Option<u64>,
    /// How many skills are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetSkills`]: one page of skills.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSkillsResponse {
    /// The skills of this page.
    pub result: Vec<SkillInfo>,
    /// How many skills there are in all.
    pub total_count: Option<u64>,
    /// How many skills this page holds.
    pub count: Option<u64>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSkills {
    type Item = SkillInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetSkillsResponse) -> (Vec<SkillInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
