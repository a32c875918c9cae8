//! `SQ_DelSkill`: deletes skills.
//!
//! Roles: any. Source: the method `SQ_DelSkill` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::SqSkillsOrAll;
use crate::types::Application;

/// Deletes skills of an application.
///
/// `IdList::All` deletes all skills of the application. The agents who have the skills lose them.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqDelSkill, SqSkillsOrAll};
/// use vox_api::types::Application;
///
/// let request = SqDelSkill { application: Application::Id(7), sq_skill: SqSkillsOrAll::Id([1, 2].into()) };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&sq_skill_id=1%3B2");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_DelSkill", response = (), kind = write)]
#[doc(alias = "SQ_DelSkill")]
pub struct SqDelSkill {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The skills.
    #[param(one_of)]
    pub sq_skill: SqSkillsOrAll,
}
