//! `SQ_UnbindSkill`: takes skills from agents.
//!
//! Roles: any. Source: the method `SQ_UnbindSkill` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::SqSkillsOrAll;
use crate::types::{Application, UsersOrAll};

/// Takes skills from agents.
///
/// `IdList::All` means all agents, or all skills, of the application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqSkillsOrAll, SqUnbindSkill};
/// use vox_api::types::{Application, UsersOrAll};
///
/// let request = SqUnbindSkill {
///     application: Application::Id(7),
///     user: UsersOrAll::Name(vec!["ann".into()]),
///     sq_skill: SqSkillsOrAll::Id(IdList::All),
/// };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&user_name=ann&sq_skill_id=all");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_UnbindSkill", response = (), kind = write)]
#[doc(alias = "SQ_UnbindSkill")]
pub struct SqUnbindSkill {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The agents, as users of the application.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// The skills.
    #[param(one_of)]
    pub sq_skill: SqSkillsOrAll,
}
