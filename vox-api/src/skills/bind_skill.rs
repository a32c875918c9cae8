//! `BindSkill`: gives skills to users and to ACD queues.
//!
//! Roles: Owner, Admin, Developer, UserManager. Source: the method `BindSkill` of the API's section Skills.

use vox_core::prelude::*;

use crate::types::{AcdQueuesOrAll, UsersInApplication};

/// Gives skills to users and to ACD queues, or takes them away.
///
/// `IdList::All` means all skills, all users or all queues. A request has users, queues or both. Some sources require both, but
/// the vendor's example has users only.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::skills::{BindSkill, SkillsOrAll};
/// use vox_api::types::{Application, UsersInApplication};
///
/// let request = BindSkill::builder()
///     .skill(SkillsOrAll::Name(vec!["english".into(), "french".into()]))
///     .user(UsersInApplication::Name {
///         user_name: vec!["ann".into()],
///         application: Application::Name("support".into()),
///     })
///     .build();
/// let form = b"skill_name=english%3Bfrench&user_name=ann&application_name=support";
/// assert_eq!(request.to_form().as_bytes(), form);
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindSkill", roles = [Owner, Admin, Developer, UserManager], response = (), kind = write)]
pub struct BindSkill {
    /// The skills.
    #[param(one_of)]
    pub skill: SkillsOrAll,
    /// The users.
    #[param(one_of, any_of = "target")]
    pub user: Option<UsersInApplication>,
    /// The queues.
    #[param(one_of, any_of = "target")]
    pub acd_queue: Option<AcdQueuesOrAll>,
    /// Whether the skills are given, not taken away.
    #[param(default = true)]
    pub bind: Option<bool>,
}

/// Skills, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "skill")]
pub enum SkillsOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names, of at most 511 characters each.
    #[param(each(max_len = 511))]
    Name(Vec<String>),
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;
    use vox_core::prelude::IdList;

    use super::{BindSkill, SkillsOrAll};
    use crate::types::{AcdQueuesOrAll, UsersInApplication};

    #[test]
    fn a_request_has_users_or_queues() {
        let nobody =
            BindSkill { skill: SkillsOrAll::Id(IdList::All), user: None, acd_queue: None, bind: None };
        assert_eq!(
            nobody.validate().unwrap_err().to_string(),
            "- `target` is required: give at least one of `user_id`, `user_name`, `acd_queue_id`, `acd_queue_name`"
        );
        let users = BindSkill { user: Some(UsersInApplication::Id(7.into())), ..nobody.clone() };
        assert!(users.validate().is_ok());
        let queues = BindSkill { acd_queue: Some(AcdQueuesOrAll::Id(IdList::All)), ..users };
        assert_eq!(queues.to_form().as_bytes(), b"skill_id=all&user_id=7&acd_queue_id=all");
        assert!(BindSkill { user: None, ..queues }.validate().is_ok());
    }
}
