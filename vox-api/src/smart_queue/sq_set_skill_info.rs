//! `SQ_SetSkillInfo`: changes the name or the description of a skill.
//!
//! Roles: any. Source: the method `SQ_SetSkillInfo` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::Application;

/// Changes the name or the description of a skill.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqSetSkillInfo, SqSkill};
/// use vox_api::types::Application;
///
/// let request = SqSetSkillInfo::builder()
///     .application(Application::Id(7))
///     .sq_skill(SqSkill::Name("French".into()))
///     .new_sq_skill_name("Français")
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "application_id=7&sq_skill_name=French&new_sq_skill_name=Fran%C3%A7ais"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetSkillInfo", response = (), kind = write)]
#[doc(alias = "SQ_SetSkillInfo")]
pub struct SqSetSkillInfo {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The skill.
    #[param(one_of)]
    pub sq_skill: SqSkill,
    /// The new name, which is unique in the application.
    pub new_sq_skill_name: Option<String>,
    /// The new description, of at most 200 characters.
    #[param(max_len = 200)]
    pub description: Option<String>,
}

/// A skill of SmartQueue.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum SqSkill {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}
