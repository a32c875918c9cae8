//! `SQ_GetSkills`: lists skills.
//!
//! Roles: any. Source: the method `SQ_GetSkills` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::SqExcludedUsers;
use crate::types::{Application, Users};

/// Lists the skills of an application.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqExcludedUsers, SqGetSkills};
/// use vox_api::types::Application;
///
/// let request = SqGetSkills::builder()
///     .application(Application::Id(7))
///     .sq_skill_name_template("fr")
///     .excluded_user(SqExcludedUsers::Id(vec![5]))
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&sq_skill_name_template=fr&excluded_user_id=5");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_GetSkills", response = SqGetSkillsResponse, kind = read)]
#[doc(alias = "SQ_GetSkills")]
pub struct SqGetSkills {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// Agents: only skills that one of them has.
    #[param(one_of)]
    pub user: Option<Users>,
    /// The skills.
    #[param(one_of)]
    pub sq_skill: Option<SqSkills>,
    /// A part of the names of the skills, in upper or lower case.
    pub sq_skill_name_template: Option<String>,
    /// Agents: only skills that they do not have.
    #[param(one_of)]
    pub excluded_user: Option<SqExcludedUsers>,
    /// The most skills to return.
    pub count: Option<u64>,
    /// How many skills are skipped.
    pub offset: Option<u64>,
}

/// Skills of SmartQueue that a list is limited to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_skill")]
pub enum SqSkills {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// The response of [`SqGetSkills`]: one page of skills.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqGetSkillsResponse {
    /// The skills of this page. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<GetSqSkillsResult>,
}

/// A skill of SmartQueue, as lists return it.
///
/// Source: the structure `GetSQSkillsResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqSkillsResult {
    /// The skill's id.
    pub sq_skill_id: Option<u64>,
    /// The skill's name.
    pub sq_skill_name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// When the skill was added, UTC.
    pub created: Option<Timestamp>,
    /// When the skill was last changed, UTC.
    pub modified: Option<Timestamp>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for SqGetSkills {
    type Item = GetSqSkillsResult;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: SqGetSkillsResponse) -> (Vec<GetSqSkillsResult>, Option<u64>) {
        (response.result, None)
    }
}
